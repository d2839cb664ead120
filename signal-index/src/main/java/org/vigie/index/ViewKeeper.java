package org.vigie.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.vigie.index.View.IndexedPart;
import org.vigie.index.View.RecentPart;

/// Makes the successive views of a [HammingIndex] and merges their parts in the background.
///
/// Threads: any; changes are made one at a time, each visible in every view taken after it.
final class ViewKeeper {
  /* Additions go to the open delta. When it is full, the next one is opened and a merge is asked for:
   * all full deltas, with every segment that is not much larger than the rest of the merge, become
   * one segment. So segments grow in steps of MERGE_FACTOR and each signal is merged a few times in
   * all. Whole segments are added too, of any size: when they are more than MAX_SEGMENTS, the
   * smallest become one. Each segment costs a search about as much as a single one would, so there
   * are two at the most, and one after compact.
   *
   * A merge reads parts that no longer change and runs without the lock. Signals removed meanwhile
   * are marked in the parts being read, as always, and marked again in the new segment before it
   * takes their place. If a merge fails, the parts stay as they are, so that nothing is missed; the
   * next change tries again.
   */
  private static final int MERGE_FACTOR = 8;

  /// A search goes through every segment; more than so many are merged even if none is recent.
  private static final int MAX_SEGMENTS = 2;

  private final Executor merger;
  private final ReentrantLock changing = new ReentrantLock();

  /// Where each recent signal is, by identifier.
  private final Map<Long, RecentPlace> recentPlaces = new HashMap<>();

  private boolean merging;

  /// Whether the next merge takes everything.
  private boolean compacting;

  private volatile View view = new View(List.of(), List.of(emptyPart()));

  private record RecentPlace(Delta delta, int place) {}

  ViewKeeper(Executor merger) {
    this.merger = merger;
  }

  View view() {
    return view;
  }

  /// Returns the view of the moment, whose memory stays until the caller releases it.
  View retainedView() {
    View current = view;
    while (!current.retain()) {
      current = view;
    }
    return current;
  }

  void put(long id, long[] words) {
    changing.lock();
    try {
      View without = without(view, id);
      RecentPart open = without.open();
      open.delta().set(open.size(), id, words);
      recentPlaces.put(id, new RecentPlace(open.delta(), open.size()));
      RecentPart grown = new RecentPart(open.delta(), open.size() + 1, open.removals());
      List<RecentPart> recent = replaceLast(without.recent(), grown);
      if (grown.size() == Delta.CAPACITY) {
        recent.add(emptyPart());
      }
      view = new View(without.indexed(), recent);
      mergeIfDue();
    } finally {
      changing.unlock();
    }
  }

  boolean remove(long id) {
    changing.lock();
    try {
      View without = without(view, id);
      boolean removed = without.size() < view.size();
      view = without;
      mergeIfDue();
      return removed;
    } finally {
      changing.unlock();
    }
  }

  void add(Segment segment) {
    changing.lock();
    try {
      View without = view;
      for (int ordinal = 0; ordinal < segment.size; ordinal++) {
        without = without(without, segment.id(ordinal));
      }
      List<IndexedPart> indexed = new ArrayList<>(without.indexed());
      indexed.add(new IndexedPart(segment, Removals.none(segment.size)));
      view = new View(indexed, without.recent());
      mergeIfDue();
    } finally {
      changing.unlock();
    }
  }

  /// Asks for one segment of everything that is here now, in the background.
  void compact() {
    locked(() -> {
      compacting = true;
      mergeIfDue();
    });
  }

  /// Returns the view without this identifier; the same view if it is not there.
  private View without(View from, long id) {
    RecentPlace recent = recentPlaces.remove(id);
    return recent == null ? withoutIndexed(from, id) : withoutRecent(from, recent);
  }

  private static View withoutRecent(View from, RecentPlace removed) {
    List<RecentPart> recent = new ArrayList<>(from.recent());
    recent.replaceAll(part -> part.delta() == removed.delta()
        ? new RecentPart(part.delta(), part.size(), part.removals().with(removed.place()))
        : part);
    return new View(from.indexed(), recent);
  }

  private static View withoutIndexed(View from, long id) {
    for (int i = 0; i < from.indexed().size(); i++) {
      IndexedPart part = from.indexed().get(i);
      int ordinal = part.segment().ordinalOf(id);
      if (ordinal >= 0 && !part.removals().contains(ordinal)) {
        List<IndexedPart> indexed = new ArrayList<>(from.indexed());
        indexed.set(i, new IndexedPart(part.segment(), part.removals().with(ordinal)));
        return new View(indexed, from.recent());
      }
    }
    return from;
  }

  private void mergeIfDue() {
    if (!merging) {
      Optional<PartMerge> due = isMergeDue(view) ? Optional.of(plan(view)) : Optional.empty();
      compacting = false;
      due.ifPresent(this::begin);
    }
  }

  private void begin(PartMerge plan) {
    merging = true;
    boolean taken = false;
    try {
      merger.execute(() -> merge(plan));
      taken = true;
    } finally {
      merging &= taken;
    }
  }

  private boolean isMergeDue(View view) {
    return view.recent().size() > 1
        || hasMoreSegmentsThan(compacting ? 1 : MAX_SEGMENTS, view)
        || view.indexed().stream().anyMatch(ViewKeeper::isMostlyRemoved);
  }

  /// Segments that are too large to be merged are not too many.
  private static boolean hasMoreSegmentsThan(int wanted, View view) {
    return view.indexed().size() > wanted
        && view.indexed().stream()
                .mapToLong(IndexedPart::liveSize)
                .sorted()
                .limit(2)
                .sum()
            <= Segment.MAX_SIZE;
  }

  private PartMerge plan(View from) {
    List<RecentPart> recent = from.recent().subList(0, from.recent().size() - 1);
    List<IndexedPart> bySize = new ArrayList<>(from.indexed());
    bySize.sort(Comparator.comparingInt(IndexedPart::liveSize));
    List<IndexedPart> indexed = new ArrayList<>();
    long merged = recent.stream().mapToLong(RecentPart::liveSize).sum();
    int surplus = bySize.size() > MAX_SEGMENTS ? 2 : 0;
    for (int i = 0; i < bySize.size(); i++) {
      IndexedPart part = bySize.get(i);
      boolean fits = merged + part.liveSize() <= Segment.MAX_SIZE;
      boolean wanted = compacting || i < surplus || part.liveSize() <= MERGE_FACTOR * merged;
      if (fits && (wanted || isMostlyRemoved(part))) {
        indexed.add(part);
        merged += part.liveSize();
      }
    }
    return new PartMerge(indexed, recent);
  }

  private static boolean isMostlyRemoved(IndexedPart part) {
    return part.removals().count() > part.segment().size / 2;
  }

  private void merge(PartMerge plan) {
    try {
      install(plan, plan.merge());
    } finally {
      locked(() -> merging = false);
    }
    locked(this::mergeIfDue);
  }

  private void locked(Runnable change) {
    changing.lock();
    try {
      change.run();
    } finally {
      changing.unlock();
    }
  }

  private void install(PartMerge plan, Segment merged) {
    changing.lock();
    try {
      MergeInstallation installation = new MergeInstallation(plan, merged);
      view = installation.apply(view);
      plan.indexed().forEach(part -> part.segment().release());
      if (merged.size == 0) {
        merged.release();
      }
      recentPlaces.values().removeIf(place -> installation.replaces(place.delta()));
    } finally {
      changing.unlock();
    }
  }

  private static List<RecentPart> replaceLast(List<RecentPart> parts, RecentPart last) {
    List<RecentPart> replaced = new ArrayList<>(parts);
    replaced.set(replaced.size() - 1, last);
    return replaced;
  }

  private static RecentPart emptyPart() {
    return new RecentPart(new Delta(), 0, Removals.none(Delta.CAPACITY));
  }
}
