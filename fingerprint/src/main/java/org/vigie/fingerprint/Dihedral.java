package org.vigie.fingerprint;

import java.util.Locale;

/// The eight ways to turn and mirror a picture, in the order and with the names of the PDQ
/// reference.
///
/// Each says what was done to the picture whose signal it labels. Rotations are counter-clockwise
/// as the reference draws them; `docs/formats/pdq.md` §4 gives the sign flips.
public enum Dihedral {
  /// Left as it is.
  ORIGINAL,
  ROTATE_90,
  ROTATE_180,
  ROTATE_270,
  FLIP_X,
  FLIP_Y,
  /// Mirrored on the main diagonal: rows become columns.
  FLIP_PLUS_1,
  /// Mirrored on the other diagonal.
  FLIP_MINUS_1;

  /// Returns the label in tables and JSON: `original`, `rotate-90` … `flip-minus-1`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
