package org.vigie.index;

import java.util.stream.IntStream;

/// The limits of a radius for one, two and three neighbouring chunks (see the essay in [Segment]).
///
/// @param one the most bits in which the chunk itself may differ
/// @param two the most in which it and the next may differ together
/// @param three the most in which it and the next two may differ together
record Thresholds(int radius, int one, int two, int three) {
  /// Beyond this radius so many buckets would be opened that comparing with every signal is
  /// faster.
  static final int MAX_INDEXED_RADIUS = 47;

  /// For each number of bits, the 16-bit patterns with exactly that many.
  private static final int[][] FLIPS = IntStream.rangeClosed(0, MAX_INDEXED_RADIUS / Segment.CHUNKS)
      .mapToObj(Thresholds::patternsWithBits)
      .toArray(int[][]::new);

  static Thresholds of(int radius) {
    return new Thresholds(
        radius, radius / Segment.CHUNKS, 2 * radius / Segment.CHUNKS, 3 * radius / Segment.CHUNKS);
  }

  /// Returns the patterns that turn a bucket's number into those at exactly this distance.
  static int[] flips(int distance) {
    return FLIPS[distance];
  }

  private static int[] patternsWithBits(int bits) {
    return IntStream.range(0, Segment.BUCKETS)
        .filter(pattern -> Integer.bitCount(pattern) == bits)
        .toArray();
  }
}
