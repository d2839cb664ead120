package org.vigie.fingerprint;

/// PDQ's quality figure: how much the 64x64 image changes from sample to sample, 0 to 100.
final class PdqQuality {
  private static final int SIDE = PdqKernel.SIDE;
  private static final int MAX = 100;

  private PdqQuality() {}

  static void check(int quality) {
    if (quality < 0 || quality > MAX) {
      throw new IllegalArgumentException("PDQ quality is 0 to 100, not " + quality);
    }
  }

  /// Returns the quality of a 64x64 image; source: `docs/formats/pdq.md` §3.
  static int of(float[] image) {
    int sum = 0;
    for (int at = 0; at < SIDE * (SIDE - 1); at++) {
      sum += step(image[at], image[at + SIDE]);
    }
    for (int at = 0; at < SIDE * SIDE; at += SIDE) {
      for (int j = 0; j < SIDE - 1; j++) {
        sum += step(image[at + j], image[at + j + 1]);
      }
    }
    return Math.min(MAX, sum / 90);
  }

  private static int step(float u, float v) {
    return Math.abs((int) ((u - v) * 100 / 255));
  }
}
