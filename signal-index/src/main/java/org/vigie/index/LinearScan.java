package org.vigie.index;

import static org.vigie.index.Segment.LONG;
import static org.vigie.index.Segment.SIGNAL_BYTES;

import java.lang.foreign.MemorySegment;

/// Compares every signal with every query: for small numbers, and for radii so large that the
/// tables of a [Segment] no longer pay.
final class LinearScan {
  /// Signals that stay in the first-level cache while all queries pass over them.
  private static final int BLOCK = 512;

  private LinearScan() {}

  /// Finds, among the first `size` signals, every one within the radius of each query.
  ///
  /// @param signals 32 bytes each, lowest word first
  static void run(MemorySegment signals, int size, Queries queries, int radius, HitSink sink) {
    for (int from = 0; from < size; from += BLOCK) {
      int to = Math.min(size, from + BLOCK);
      for (int query = 0; query < queries.count(); query++) {
        scan(signals, from, to, new Needle(queries, query, radius), sink);
      }
    }
  }

  private record Needle(int query, int radius, long w0, long w1, long w2, long w3) {
    Needle(Queries queries, int query, int radius) {
      this(
          query,
          radius,
          queries.word(query, 0),
          queries.word(query, 1),
          queries.word(query, 2),
          queries.word(query, 3));
    }
  }

  /// Half of a signal is enough to exclude nearly all others.
  private static void scan(MemorySegment signals, int from, int to, Needle needle, HitSink sink) {
    for (int place = from; place < to; place++) {
      long at = (long) place * SIGNAL_BYTES;
      int half = Long.bitCount(signals.get(LONG, at) ^ needle.w0)
          + Long.bitCount(signals.get(LONG, at + 8) ^ needle.w1);
      if (half <= needle.radius) {
        int distance = half
            + Long.bitCount(signals.get(LONG, at + 16) ^ needle.w2)
            + Long.bitCount(signals.get(LONG, at + 24) ^ needle.w3);
        if (distance <= needle.radius) {
          sink.hit(needle.query, place, distance);
        }
      }
    }
  }
}
