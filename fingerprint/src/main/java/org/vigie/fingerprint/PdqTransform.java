package org.vigie.fingerprint;

/// The cosine table of PDQ's transform.
///
/// Source: `docs/formats/pdq.md` §3. The first row of the usual transform, the mean, is left out.
final class PdqTransform {
  /// 16 rows of 64.
  static final float[] COEFFICIENTS = coefficients();

  /// The same table as 64 rows of 16.
  static final float[] TRANSPOSED = transposed();

  private PdqTransform() {}

  private static float[] coefficients() {
    float scale = (float) Math.sqrt(2.0 / PdqKernel.SIDE);
    float[] table = new float[PdqKernel.BLOCK * PdqKernel.SIDE];
    for (int i = 0, at = 0; i < PdqKernel.BLOCK; i++) {
      for (int j = 0; j < PdqKernel.SIDE; j++) {
        double angle = Math.PI / 2 / PdqKernel.SIDE * (i + 1) * (2 * j + 1);
        table[at++] = (float) (scale * StrictMath.cos(angle));
      }
    }
    return table;
  }

  private static float[] transposed() {
    float[] table = new float[PdqKernel.SIDE * PdqKernel.BLOCK];
    for (int at = 0; at < table.length; at++) {
      table[at] = COEFFICIENTS[at % PdqKernel.BLOCK * PdqKernel.SIDE + at / PdqKernel.BLOCK];
    }
    return table;
  }
}
