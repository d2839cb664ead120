package org.vigie.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.index.Hit;

/// The naive search: every signal is compared. Knows nothing of the index, so that it can judge
/// it.
///
/// @param words four for each signal, in the order of their numbers
record LinearOracle(SignalWorld world, List<long[]> words) {
  static final Comparator<Hit> BY_ID = Comparator.comparingLong(Hit::id);

  private static final int BLOCK = 1 << 20;

  static LinearOracle of(SignalWorld world) {
    List<long[]> blocks = new ArrayList<>();
    for (int from = 0; from < world.size(); from += BLOCK) {
      int to = Math.min(world.size(), from + BLOCK);
      long[] block = new long[4 * (to - from)];
      for (int number = from; number < to; number++) {
        PdqSignal signal = world.signal(number);
        int at = 4 * (number - from);
        block[at] = signal.w0();
        block[at + 1] = signal.w1();
        block[at + 2] = signal.w2();
        block[at + 3] = signal.w3();
      }
      blocks.add(block);
    }
    return new LinearOracle(world, blocks);
  }

  /// Returns the hits in the order of their identifiers.
  List<Hit> find(PdqSignal query, int radius) {
    List<Hit> hits = new ArrayList<>();
    int number = 0;
    for (long[] block : words) {
      for (int at = 0; at < block.length; at += 4, number++) {
        int distance = distance(block, at, query);
        if (distance <= radius) {
          hits.add(new Hit(number, distance));
        }
      }
    }
    return hits;
  }

  /// Returns the number of hits.
  int count(PdqSignal query, int radius) {
    return find(query, radius).size();
  }

  private static int distance(long[] block, int at, PdqSignal query) {
    return Long.bitCount(block[at] ^ query.w0())
        + Long.bitCount(block[at + 1] ^ query.w1())
        + Long.bitCount(block[at + 2] ^ query.w2())
        + Long.bitCount(block[at + 3] ^ query.w3());
  }
}
