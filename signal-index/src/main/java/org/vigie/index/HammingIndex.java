package org.vigie.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.index.View.IndexedPart;
import org.vigie.index.View.RecentPart;

/// The signals of one Hamming type: exact within every radius, changed and searched at once.
///
/// Searches read the [View] of the moment and never block. Threads: any.
final class HammingIndex implements TypeIndex<HammingSignal> {
  private final ViewKeeper keeper;

  /// Enough for all concurrent searches; further searches make and drop their own.
  private final Queue<SearchBuffers> spareBuffers =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

  /// @param merger runs the merging of recent signals into segments
  HammingIndex(Executor merger) {
    this.keeper = new ViewKeeper(merger);
  }

  @Override
  public void put(long id, HammingSignal signal) {
    keeper.put(id, new long[] {signal.w0(), signal.w1(), signal.w2(), signal.w3()});
  }

  /// Adds a segment whose identifiers replace existing ones.
  void add(Segment segment) {
    keeper.add(segment);
  }

  /// Asks for one segment of everything that is here now, in the background.
  void compact() {
    keeper.compact();
  }

  @Override
  public boolean remove(long id) {
    return keeper.remove(id);
  }

  /// Returns the signals of the moment, whose memory stays until the caller releases them.
  View retainedView() {
    return keeper.retainedView();
  }

  /// Returns one segment of all signals of a retained view, which the caller releases.
  static Segment compacted(View view) {
    return view.isOneSegment()
        ? retained(view.indexed().getFirst())
        : PartMerge.ofAll(view).merge();
  }

  private static Segment retained(IndexedPart part) {
    if (!part.segment().retain()) {
      throw new AssertionError("a retained view keeps its segments");
    }
    return part.segment();
  }

  long tableBytes() {
    return keeper.view().indexed().stream()
        .mapToLong(part -> part.segment().bytes())
        .sum();
  }

  @Override
  public int size() {
    return keeper.view().size();
  }

  @Override
  public List<List<Hit>> findAll(List<HammingSignal> signals, int radius) {
    View view = keeper.retainedView();
    try {
      return findAll(view, signals, radius);
    } finally {
      view.release();
    }
  }

  private List<List<Hit>> findAll(View view, List<HammingSignal> signals, int radius) {
    SearchBuffers reused = spareBuffers.poll();
    SearchBuffers buffers = reused == null ? new SearchBuffers() : reused;
    List<List<Hit>> hits = new ArrayList<>(signals.size());
    for (int from = 0; from < signals.size(); from += SegmentSearch.MAX_QUERIES) {
      int to = Math.min(signals.size(), from + SegmentSearch.MAX_QUERIES);
      hits.addAll(search(view, Queries.of(signals.subList(from, to)), radius, buffers));
    }
    spareBuffers.offer(buffers);
    return hits;
  }

  private static List<List<Hit>> search(
      View view, Queries queries, int radius, SearchBuffers buffers) {
    HitLists hits = new HitLists(queries.count());
    for (RecentPart part : view.recent()) {
      LinearScan.run(part.delta().signals, part.size(), queries, radius, hits.of(part));
    }
    for (IndexedPart part : view.indexed()) {
      Segment segment = part.segment();
      if (radius <= Thresholds.MAX_INDEXED_RADIUS) {
        new SegmentSearch(buffers, segment, queries, Thresholds.of(radius), hits.of(part)).run();
      } else {
        LinearScan.run(segment.signals, segment.size, queries, radius, hits.of(part));
      }
    }
    return hits.lists();
  }
}
