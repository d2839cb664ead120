package org.vigie.fingerprint;

/// Computes PDQ from luma, bit for bit as the reference does at full resolution
/// (`docs/formats/pdq.md`).
///
/// Keeps its working memory between calls. Threads: one at a time; make one hasher for each.
@SuppressWarnings("DoNotCallSuggester")
public final class PdqHasher {
  /// Returns the signal and quality of the picture as it stands.
  public PdqFingerprint hash(LumaPlane plane) {
    throw new UnsupportedOperationException();
  }

  /// Returns the signals of the picture in its eight orientations.
  public PdqOrientations hashOrientations(LumaPlane plane) {
    throw new UnsupportedOperationException();
  }
}
