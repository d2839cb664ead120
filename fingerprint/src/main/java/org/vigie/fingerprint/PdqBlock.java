package org.vigie.fingerprint;

import java.util.Arrays;

/// The 16x16 frequencies of a picture, from which the signals of all eight orientations are read.
///
/// Mirroring a picture left to right changes the sign of every second column of frequencies,
/// upside down of every second row; mirroring it on its diagonal swaps rows and columns. So four
/// sign patterns, each also transposed, give the eight. Source: `docs/formats/pdq.md` §3 and §4.
final class PdqBlock {
  private static final int SIDE = PdqKernel.BLOCK;
  private static final int SIZE = SIDE * SIDE;

  private final float[] frequencies = new float[SIZE];
  private final float[] signed = new float[SIZE];
  private final float[] sorted = new float[SIZE];
  private final long[] words = new long[SIZE / Long.SIZE];

  /// Returns the array that the transform writes.
  float[] frequencies() {
    return frequencies;
  }

  /// Returns the signal of the picture turned this way.
  PdqSignal signal(Dihedral orientation) {
    return switch (orientation) {
      case ORIGINAL -> signal(false, false, false);
      case ROTATE_90 -> signal(false, true, true);
      case ROTATE_180 -> signal(true, true, false);
      case ROTATE_270 -> signal(true, false, true);
      case FLIP_X -> signal(true, false, false);
      case FLIP_Y -> signal(false, true, false);
      case FLIP_PLUS_1 -> signal(false, false, true);
      case FLIP_MINUS_1 -> signal(true, true, true);
    };
  }

  /// Negates the even rows, the even columns or both, then swaps rows and columns if asked.
  private PdqSignal signal(boolean evenRows, boolean evenColumns, boolean transposed) {
    for (int k = 0; k < SIZE; k++) {
      boolean negative = (evenRows && (k / SIDE & 1) == 0) ^ (evenColumns && (k & 1) == 0);
      float value = negative ? -frequencies[k] : frequencies[k];
      signed[transposed ? k % SIDE * SIDE + k / SIDE : k] = value;
    }
    return thresholded();
  }

  /// Sets the bits above the lower median.
  private PdqSignal thresholded() {
    System.arraycopy(signed, 0, sorted, 0, SIZE);
    Arrays.sort(sorted);
    float median = sorted[SIZE / 2 - 1];
    Arrays.fill(words, 0);
    for (int k = 0; k < SIZE; k++) {
      words[k / Long.SIZE] |= signed[k] > median ? 1L << k : 0;
    }
    return new PdqSignal(words[3], words[2], words[1], words[0]);
  }
}
