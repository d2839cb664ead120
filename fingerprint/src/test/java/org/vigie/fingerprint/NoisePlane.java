package org.vigie.fingerprint;

import java.util.Random;

/// A plane of random float samples, made row by row from a seed.
record NoisePlane(int width, int height, long seed) implements LumaPlane {
  /// Returns a plane of any shape: few and many samples, square and not.
  static NoisePlane ofSeed(long seed) {
    Random random = new Random(seed);
    int width = 5 + random.nextInt(1 << (2 + random.nextInt(9)));
    int height = 5 + random.nextInt(1 << (2 + random.nextInt(9)));
    return new NoisePlane(width, height, seed);
  }

  @Override
  public void readRow(int y, float[] samples, int offset) {
    Random random = new Random(seed * 1_000_003 + y);
    float base = random.nextFloat(200);
    for (int x = 0; x < width; x++) {
      samples[offset + x] = base + random.nextFloat(55);
    }
  }
}
