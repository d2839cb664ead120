package org.vigie.index;

/// The working memory of searches: arrays of fixed size, made once and used again and again.
///
/// Threads: one at a time.
final class SearchBuffers {
  /// Visits that go through the stages together.
  static final int GROUP = 16;

  private static final int MAX_BUCKETS_A_VISIT = 137;
  private static final int MAX_RUNS = GROUP * (Thresholds.MAX_INDEXED_RADIUS / Segment.CHUNKS + 1);
  private static final int MAX_PLACES = 4096;
  private static final int MAX_CANDIDATES = 2048;

  final RingScan scan = RingScan.best();

  final int[] visitQuery = new int[GROUP];
  final int[] visitChunk = new int[GROUP];

  final int[] bucketStart = new int[GROUP * MAX_BUCKETS_A_VISIT];
  final int[] bucketEnd = new int[GROUP * MAX_BUCKETS_A_VISIT];

  /// A run is the places of one visit whose buckets lie at one distance from the query's; its
  /// places end where the next run's begin.
  final int[] runVisit = new int[MAX_RUNS];

  final int[] runDistance = new int[MAX_RUNS];
  final int[] runEnd = new int[MAX_RUNS];

  final int[] place = new int[MAX_PLACES];
  final int[] entriesLeft = new int[MAX_PLACES];
  final long[] near = new long[MAX_PLACES];

  final int[] candidateRun = new int[MAX_CANDIDATES];
  final int[] candidatePlace = new int[MAX_CANDIDATES];
  final long[] candidateTail = new long[MAX_CANDIDATES];
}
