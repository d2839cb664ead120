package org.vigie.fingerprint;

import java.util.Locale;

/// The eight ways to turn and mirror a picture, in the order and with the names of the PDQ
/// reference.
///
/// Each names the change of the picture whose signal it labels: the signal labelled [#ROTATE_90] is
/// that of the picture after a quarter turn counter-clockwise. In formulas, `P` is the original and
/// `P[y][x]` its pixel in row y (0 is the top) and column x (0 is the left), `Q` the turned
/// picture, `w` and `h` the last column and row of the original. `A[i][j]` are the 16x16
/// frequencies of the original, `B` those of the turned picture; "even" counts i and j from 0.
/// Source: `docs/formats/pdq.md` §4.
public enum Dihedral {
  /// Left as it is: `Q[y][x] = P[y][x]`, `B[i][j] = A[i][j]`.
  ORIGINAL,
  /// A quarter turn counter-clockwise; the right edge becomes the top: `Q[y][x] = P[x][w - y]`.
  /// `B[j][i] = A[i][j]`, negated where j is even.
  ROTATE_90,
  /// Half a turn: `Q[y][x] = P[h - y][w - x]`. `B[i][j] = A[i][j]`, negated where i + j is odd.
  ROTATE_180,
  /// A quarter turn clockwise; the left edge becomes the top: `Q[y][x] = P[h - x][y]`.
  /// `B[j][i] = A[i][j]`, negated where i is even.
  ROTATE_270,
  /// Mirrored upside down: `Q[y][x] = P[h - y][x]`. `B[i][j] = A[i][j]`, negated where i is even.
  FLIP_X,
  /// Mirrored left to right: `Q[y][x] = P[y][w - x]`. `B[i][j] = A[i][j]`, negated where j is
  /// even.
  FLIP_Y,
  /// Mirrored on the diagonal from the top left; rows become columns: `Q[y][x] = P[x][y]`.
  /// `B[j][i] = A[i][j]`.
  FLIP_PLUS_1,
  /// Mirrored on the diagonal from the top right: `Q[y][x] = P[h - x][w - y]`.
  /// `B[j][i] = A[i][j]`, negated where i + j is odd.
  FLIP_MINUS_1;

  /// Returns the label in tables and JSON: `original`, `rotate-90` … `flip-minus-1`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
