package org.vigie.index;

import java.util.function.IntFunction;

/// The working memory of searches: arrays of fixed size, made once and used again and again.
///
/// Threads: one at a time.
final class SearchBuffers {
  /// Visits that go through the stages together.
  static final int GROUP = 16;

  /// The most places that go through the stages together.
  static final int MAX_PLACES = 4096;

  private static final int MAX_BUCKETS_A_VISIT = 137;
  private static final int MAX_RUNS = GROUP * (Thresholds.MAX_INDEXED_RADIUS / Segment.CHUNKS + 1);
  private static final int MAX_CANDIDATES = 2 * MAX_PLACES;

  private final IntFunction<RingScan> scanForBuckets;

  /// See [Queries#visitKey].
  final long[] visitKey = new long[GROUP];

  final int[] visitChunk = new int[GROUP];

  /// The start (low half) and end (high half) of each bucket.
  final long[] bucket = new long[GROUP * MAX_BUCKETS_A_VISIT];

  /// A run has the places of one visit whose buckets are at one distance from the query's; its
  /// places end where the next run's begin.
  final int[] runVisit = new int[MAX_RUNS];

  final int[] runDistance = new int[MAX_RUNS];
  final int[] runEnd = new int[MAX_RUNS];

  final int[] place = new int[MAX_PLACES];

  /// The run of each place, and in the lowest seven bits the number of its entries in the bucket.
  final int[] placeTag = new int[MAX_PLACES];

  final long[] near = new long[MAX_PLACES];

  /// Which places have something near; one more, since each place is written and a near one
  /// kept.
  final int[] nearPlace = new int[MAX_PLACES + 1];

  final int[] candidateRun = new int[MAX_CANDIDATES];
  final int[] candidatePlace = new int[MAX_CANDIDATES];
  final long[] candidateTail = new long[MAX_CANDIDATES];

  /// The sum of the fetched words, so that the compiler does not remove the reads.
  long fetched;

  SearchBuffers() {
    this(RingScan::forBuckets);
  }

  /// Returns buffers for searches with the scan that this gives for an average size of buckets.
  SearchBuffers(IntFunction<RingScan> scanForBuckets) {
    this.scanForBuckets = scanForBuckets;
  }

  RingScan scanFor(Segment segment) {
    return scanForBuckets.apply(segment.size / Segment.BUCKETS);
  }
}
