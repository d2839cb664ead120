package org.vigie.index;

import static org.vigie.index.Segment.CHUNKS;
import static org.vigie.index.Segment.LONG;
import static org.vigie.index.Segment.OFFSETS;
import static org.vigie.index.Segment.ORDINAL_BITS;
import static org.vigie.index.Segment.ORDINAL_MASK;
import static org.vigie.index.Segment.RING_BYTES;
import static org.vigie.index.Segment.SHORT;
import static org.vigie.index.Segment.SIGNAL_BYTES;
import static org.vigie.index.Segment.TAIL_BYTES;
import static org.vigie.index.Segment.TAIL_RING_MASK;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// One search of a [Segment] through its tables: exact for every radius up to
/// [Thresholds#MAX_INDEXED_RADIUS].
final class SegmentSearch {
  /* A search is a list of visits, one for each query and chunk. Visits are made in groups, and a
   * group goes through six stages, each a plain loop over the arrays that the one before filled:
   *
   *   locate   bucket numbers  -> where each bucket begins and ends
   *   expand   buckets         -> places in the ring, one for each vector to read
   *   scan     places          -> a bit for each entry that is near enough (RingScan)
   *   sieve    bits            -> candidates
   *   tails    candidates      -> those that pass the run of three chunks
   *   compare  tails           -> hits
   *
   * Nearly all the time goes to waiting for memory: a bucket is a random place in a table that no
   * cache holds. So the number of concurrent reads decides the speed. No stage branches on a value
   * it has just read from a table (a wrong guess there would throw away all the reads begun since),
   * so the processor runs ahead as far as it can. Testing each vector where it is read was two to
   * three times slower.
   *
   * One query is sixteen visits, one for each chunk. Many queries are visited chunk by chunk and,
   * within a chunk, in the order of their bucket numbers: neighbours then read neighbouring
   * buckets, and each chunk's table passes through the cache about once for all of them.
   * Where the queries will read most of a table that the cache can hold, it is fetched from end to
   * end first, at the speed of streaming.
   *
   * A signal can be found from several chunks. It is reported from the first chunk that satisfies
   * all three thresholds, so nothing need be remembered to report it once.
   */

  /// The most queries of one search; a query's place fits the low half of a visit's sort key.
  static final int MAX_QUERIES = 1 << 16;

  private static final int CACHE_LINE = 64;

  /// Bytes that a second or third-level cache surely holds for one thread.
  private static final long FETCHED_BYTES = 4 << 20;

  private static final int TAG_BITS = 7;
  private static final int TAG_MASK = (1 << TAG_BITS) - 1;

  private final SearchBuffers buffers;
  private final RingScan scan;
  private final int lanes;
  private final Segment segment;
  private final Queries queries;
  private final Thresholds thresholds;
  private final HitSink sink;

  private int visits;
  private int runs;
  private int places;
  private int candidates;

  SegmentSearch(
      SearchBuffers buffers,
      Segment segment,
      Queries queries,
      Thresholds thresholds,
      HitSink sink) {
    this.buffers = buffers;
    this.scan = buffers.scanFor(segment);
    this.lanes = scan.lanes();
    this.segment = segment;
    this.queries = queries;
    this.thresholds = thresholds;
    this.sink = sink;
  }

  void run() {
    long[] keys = new long[queries.count()];
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      for (int query = 0; query < keys.length; query++) {
        keys[query] = queries.visitKey(query, chunk);
      }
      Arrays.sort(keys);
      if (isWorthFetching()) {
        fetch(segment.ring, (long) chunk * segment.size * RING_BYTES, ringBytes());
        fetch(segment.offsets, (long) chunk * OFFSETS * Integer.BYTES, OFFSETS * Integer.BYTES);
      }
      for (long key : keys) {
        visit(key, chunk);
      }
    }
    finishGroup();
  }

  /// Says whether the queries will read most lines of a chunk's table, which the cache can hold:
  /// then reading it from end to end first takes a fraction of reading it here and there.
  private boolean isWorthFetching() {
    long lines = ringBytes() / CACHE_LINE;
    return ringBytes() <= FETCHED_BYTES && queries.count() * 32L >= lines;
  }

  private long ringBytes() {
    return (long) segment.size * RING_BYTES;
  }

  private void fetch(MemorySegment table, long from, long bytes) {
    long sum = 0;
    for (long at = 0; at <= bytes - Long.BYTES; at += CACHE_LINE) {
      sum += table.get(LONG, from + at);
    }
    buffers.fetched = sum;
  }

  private void visit(long key, int chunk) {
    buffers.visitKey[visits] = key;
    buffers.visitChunk[visits] = chunk;
    if (++visits == SearchBuffers.GROUP) {
      finishGroup();
    }
  }

  private void finishGroup() {
    locate();
    expand();
    finishRuns();
    visits = 0;
  }

  private static int bucket(long visitKey) {
    return (int) (visitKey >>> 48);
  }

  private static int ring(long visitKey) {
    return (int) (visitKey >>> 32) & 0xffff;
  }

  private static int tail(long visitKey) {
    return (int) (visitKey >>> 16) & TAIL_RING_MASK;
  }

  private static int query(long visitKey) {
    return (int) visitKey & 0xffff;
  }

  private void locate() {
    int n = 0;
    for (int visit = 0; visit < visits; visit++) {
      int table = buffers.visitChunk[visit] * OFFSETS;
      int bucket = bucket(buffers.visitKey[visit]);
      for (int distance = 0; distance <= thresholds.one(); distance++) {
        n = locate(table, bucket, Thresholds.flips(distance), n);
      }
    }
  }

  /// Reads where a bucket begins and, right beside it, where the next one does.
  private int locate(int table, int bucket, int[] flips, int from) {
    MemorySegment offsets = segment.offsets;
    long[] located = buffers.bucket;
    int n = from;
    for (int flip : flips) {
      located[n++] = offsets.get(LONG, (long) (table + (bucket ^ flip)) * Integer.BYTES);
    }
    return n;
  }

  private void expand() {
    int n = 0;
    for (int visit = 0; visit < visits; visit++) {
      for (int distance = 0; distance <= thresholds.one(); distance++) {
        int buckets = Thresholds.flips(distance).length;
        expand(visit, distance, n, n + buckets);
        n += buckets;
      }
    }
  }

  private void expand(int visit, int distance, int from, int to) {
    int[] place = buffers.place;
    int[] tag = buffers.placeTag;
    int n = places;
    for (int i = from; i < to; i++) {
      int end = (int) (buffers.bucket[i] >>> 32);
      for (int start = (int) buffers.bucket[i]; start < end; start += lanes) {
        if (n == place.length) {
          closeRun(visit, distance, n);
          finishRuns();
          n = 0;
        }
        place[n] = start;
        tag[n] = runs << TAG_BITS | Math.min(lanes, end - start);
        n++;
      }
    }
    closeRun(visit, distance, n);
  }

  private void closeRun(int visit, int distance, int end) {
    buffers.runVisit[runs] = visit;
    buffers.runDistance[runs] = distance;
    buffers.runEnd[runs] = end;
    runs++;
    places = end;
  }

  private void finishRuns() {
    scan();
    sieve();
    finishCandidates();
    runs = 0;
    places = 0;
  }

  private void scan() {
    int from = 0;
    for (int run = 0; run < runs; run++) {
      int visit = buffers.runVisit[run];
      scan.scan(
          segment.ring,
          (long) buffers.visitChunk[visit] * segment.size,
          buffers.place,
          from,
          buffers.runEnd[run],
          (short) ring(buffers.visitKey[visit]),
          (short) (thresholds.two() - buffers.runDistance[run]),
          buffers.near);
      from = buffers.runEnd[run];
    }
  }

  /// Makes candidates of near entries. A place rarely has two, so the first is taken unasked.
  private void sieve() {
    int nearPlaces = keepNearPlaces();
    for (int i = 0; i < nearPlaces; i++) {
      int place = buffers.nearPlace[i];
      int tag = buffers.placeTag[place];
      long inside = buffers.near[place] & -1L >>> Long.SIZE - (tag & TAG_MASK);
      addCandidate(tag >>> TAG_BITS, buffers.place[place], inside);
      for (long more = inside & inside - 1; more != 0; more &= more - 1) {
        addCandidate(tag >>> TAG_BITS, buffers.place[place], more);
      }
    }
  }

  /// Lists the places with something near. Adds up sign bits, since a branch would often be
  /// guessed wrong.
  private int keepNearPlaces() {
    long[] near = buffers.near;
    int[] kept = buffers.nearPlace;
    int count = 0;
    for (int place = 0; place < places; place++) {
      kept[count] = place;
      count += anyBit(near[place]);
    }
    return count;
  }

  /// Adds the lowest of these entries; nothing if there are none.
  private void addCandidate(int run, int place, long entries) {
    if (candidates == buffers.candidateRun.length) {
      finishCandidates();
    }
    buffers.candidateRun[candidates] = run;
    buffers.candidatePlace[candidates] = place + Long.numberOfTrailingZeros(entries);
    candidates += anyBit(entries);
  }

  private static int anyBit(long bits) {
    return (int) ((bits | -bits) >>> 63);
  }

  private void finishCandidates() {
    readTails();
    int kept = keepNearTails();
    compare(kept);
    candidates = 0;
  }

  private void readTails() {
    for (int i = 0; i < candidates; i++) {
      buffers.candidateTail[i] = segment.tails.get(LONG, entry(i) * TAIL_BYTES);
    }
  }

  private long entry(int candidate) {
    int visit = buffers.runVisit[buffers.candidateRun[candidate]];
    return (long) buffers.visitChunk[visit] * segment.size + buffers.candidatePlace[candidate];
  }

  /// Moves the candidates that pass the run of three chunks to the front; returns how many.
  private int keepNearTails() {
    int kept = 0;
    for (int i = 0; i < candidates; i++) {
      int run = buffers.candidateRun[i];
      long key = buffers.visitKey[buffers.runVisit[run]];
      int ring = segment.ring.get(SHORT, entry(i) * RING_BYTES) & 0xffff;
      int tail = (int) (buffers.candidateTail[i] >>> ORDINAL_BITS) & TAIL_RING_MASK;
      int distance = buffers.runDistance[run]
          + Integer.bitCount(ring ^ ring(key))
          + Integer.bitCount(tail ^ tail(key));
      buffers.candidateRun[kept] = run;
      buffers.candidateTail[kept] = buffers.candidateTail[i];
      kept += distance <= thresholds.three() ? 1 : 0;
    }
    return kept;
  }

  private void compare(int kept) {
    for (int i = 0; i < kept; i++) {
      int visit = buffers.runVisit[buffers.candidateRun[i]];
      int query = query(buffers.visitKey[visit]);
      int ordinal = (int) buffers.candidateTail[i] & ORDINAL_MASK;
      int distance = distance(query, (long) ordinal * SIGNAL_BYTES);
      if (distance <= thresholds.radius()
          && firstPassingChunk(query, ordinal) == buffers.visitChunk[visit]) {
        sink.hit(query, ordinal, distance);
      }
    }
  }

  private int distance(int query, long at) {
    MemorySegment signals = segment.signals;
    return Long.bitCount(signals.get(LONG, at) ^ queries.word(query, 0))
        + Long.bitCount(signals.get(LONG, at + 8) ^ queries.word(query, 1))
        + Long.bitCount(signals.get(LONG, at + 16) ^ queries.word(query, 2))
        + Long.bitCount(signals.get(LONG, at + 24) ^ queries.word(query, 3));
  }

  /// Returns the lowest chunk from which a visit reports this signal.
  private int firstPassingChunk(int query, int ordinal) {
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int one = Integer.bitCount(difference(query, ordinal, chunk));
      int two = one + Integer.bitCount(difference(query, ordinal, chunk + 1 & 15));
      int tail = difference(query, ordinal, chunk + 2 & 15) & TAIL_RING_MASK;
      if (one <= thresholds.one()
          && two <= thresholds.two()
          && two + Integer.bitCount(tail) <= thresholds.three()) {
        return chunk;
      }
    }
    throw new AssertionError("the pigeonring principle gives every signal within radius a chunk");
  }

  private int difference(int query, int ordinal, int chunk) {
    return queries.chunk(query, chunk) ^ Segment.chunkOf(segment.word(ordinal, chunk >> 2), chunk);
  }
}
