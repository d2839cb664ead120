package org.vigie.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.MetricSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;

/// Finds all members within a radius of a signal of any type: exact, none missed.
///
/// Changes made before a search began count in it. Searches never block. There is nothing to close:
/// an unreferenced index frees its memory. Threads: any.
public final class SignalIndex {
  /// The largest radius for Hamming signals.
  public static final int MAX_HAMMING_RADIUS = 63;

  private final Executor merger;
  private final ReentrantLock changing = new ReentrantLock();
  private final Map<SignalType, ExactIndex> exact = new ConcurrentHashMap<>();
  private final Map<SignalType, HammingIndex> hamming = new ConcurrentHashMap<>();
  private final Map<SignalType, MetricIndex> metric = new ConcurrentHashMap<>();

  /// Returns an empty index that merges in the background, on threads of its own.
  public SignalIndex() {
    this(merge -> Thread.ofPlatform().daemon().name("signal-index-merge").start(merge));
  }

  /// Returns an empty index.
  ///
  /// @param merger runs the merging of recent signals into larger tables: about a second of one
  ///     core for a million signals, during searches and changes; one merge at a time and type
  public SignalIndex(Executor merger) {
    this.merger = merger;
  }

  /// Returns an index over these entries.
  ///
  /// @throws IllegalArgumentException if two entries have the same identifier
  public static SignalIndex of(Collection<IndexEntry> entries) {
    SignalIndex index = new SignalIndex();
    index.putAll(entries);
    return index;
  }

  /// Opens a snapshot that [#save] wrote. The file is mapped: opening reads it once to check it,
  /// and memory is shared with other processes that have it open. The tables are unmapped when
  /// the index is no longer reachable.
  ///
  /// @param types the signal types that the file may hold
  /// @throws UnreadableSnapshotException if the file is not whole, sound and of this version;
  ///     nothing of it is loaded then
  /// @throws IOException if the file cannot be read
  public static SignalIndex open(Path file, SignalTypes types) throws IOException {
    SnapshotReader.Contents contents = SnapshotReader.read(file, types);
    SignalIndex index = SignalIndex.of(contents.rows());
    contents.segments().forEach((type, segment) -> index.hamming(type).add(segment));
    return index;
  }

  /// Writes a snapshot of the index as it is now. Searches continue meanwhile, and so do changes,
  /// except while the signals without tables are copied.
  ///
  /// @param file replaced at once when the new file is whole and on disk
  public void save(Path file) throws IOException {
    Moment moment = moment();
    List<Segment> segments = new ArrayList<>();
    try {
      SnapshotWriter writer = new SnapshotWriter();
      moment.views.forEach((type, view) -> {
        Segment segment = HammingIndex.compacted(view);
        segments.add(segment);
        writer.add(type, segment);
      });
      moment.rows.forEach(writer::add);
      writer.write(file);
    } finally {
      segments.forEach(Segment::release);
      moment.views.values().forEach(View::release);
    }
  }

  /// All signals of one moment.
  ///
  /// @param views retained
  private record Moment(
      Map<SignalType, View> views, Map<SignalType, Map<Long, ? extends Signal>> rows) {}

  /// Returns the signals as they are between two changes: one that is being replaced by a signal
  /// of another type is there once.
  private Moment moment() {
    Map<SignalType, View> views = new LinkedHashMap<>();
    Map<SignalType, Map<Long, ? extends Signal>> rows = new LinkedHashMap<>();
    changing.lock();
    try {
      exact.forEach((type, index) -> rows.put(type, index.entries()));
      metric.forEach((type, index) -> rows.put(type, index.entries()));
      hamming.forEach((type, index) -> views.put(type, index.retainedView()));
      return new Moment(views, rows);
    } finally {
      changing.unlock();
    }
  }

  /// Adds a signal, or replaces the signal with this identifier.
  public void put(IndexEntry entry) {
    changing.lock();
    try {
      switch (entry.signal()) {
        case ExactSignal signal -> put(exact(signal.type()), entry.id(), signal);
        case HammingSignal signal -> put(hamming(signal.type()), entry.id(), signal);
        case MetricSignal signal -> put(metric(signal.type()), entry.id(), signal);
      }
    } finally {
      changing.unlock();
    }
  }

  /// Replaces the signal even if no merge could be started, which throws.
  private <S extends Signal> void put(TypeIndex<S> index, long id, S signal) {
    try {
      index.put(id, signal);
    } finally {
      removeFromOthers(id, index);
    }
  }

  /// Adds or replaces many signals; of Hamming signals much faster than one by one.
  ///
  /// @throws IllegalArgumentException if two entries have the same identifier; nothing is added
  ///     then
  public void putAll(Collection<IndexEntry> entries) {
    checkDistinct(entries);
    if (entries.size() <= Delta.CAPACITY) {
      entries.forEach(this::put);
    } else {
      putInBulk(entries);
    }
  }

  private void putInBulk(Collection<IndexEntry> entries) {
    Map<SignalType, SignalRows> rows = new HashMap<>();
    try {
      for (IndexEntry entry : entries) {
        switch (entry.signal()) {
          case ExactSignal _, MetricSignal _ -> put(entry);
          case HammingSignal signal ->
            rows.computeIfAbsent(signal.type(), _ -> new SignalRows(Delta.CAPACITY))
                .add(entry.id(), signal.w3(), signal.w2(), signal.w1(), signal.w0());
        }
      }
      rows.forEach((type, added) -> add(hamming(type), added));
    } finally {
      rows.values().forEach(SignalRows::close);
    }
  }

  private static void checkDistinct(Collection<IndexEntry> entries) {
    long[] ids = entries.stream().mapToLong(IndexEntry::id).sorted().toArray();
    for (int i = 1; i < ids.length; i++) {
      if (ids[i - 1] == ids[i]) {
        throw new IllegalArgumentException("two entries have the identifier " + ids[i]);
      }
    }
  }

  private void add(HammingIndex target, SignalRows rows) {
    Segment segment = SegmentBuilder.build(rows);
    changing.lock();
    try {
      target.add(segment); // a merge may take its place and give back its memory at once
      for (int row = 0; row < rows.size(); row++) {
        removeFromOthers(rows.id(row), target);
      }
    } finally {
      changing.unlock();
    }
  }

  /// Removes a signal; returns whether there was one.
  public boolean remove(long id) {
    changing.lock();
    try {
      return indexes().filter(index -> index.remove(id)).count() > 0;
    } finally {
      changing.unlock();
    }
  }

  /// Asks for the tables that are searched fastest, after many changes: all present signals are
  /// merged in the background, and searches continue meanwhile.
  public void compact() {
    hamming.values().forEach(HammingIndex::compact);
  }

  /// Returns how many signals there are.
  public int size() {
    return indexes().mapToInt(TypeIndex::size).sum();
  }

  /// Returns how many bytes the tables of Hamming signals take, outside the heap or in a mapped
  /// file.
  public long tableBytes() {
    return hamming.values().stream().mapToLong(HammingIndex::tableBytes).sum();
  }

  /// Finds every signal of the query's type within the radius, in no particular order.
  ///
  /// @param radius in the unit of the signal type; exact signals ignore it
  /// @throws IllegalArgumentException if the radius is negative, or above [#MAX_HAMMING_RADIUS]
  ///     for a Hamming signal
  public List<Hit> find(Signal query, int radius) {
    return findSameType(List.of(query), radius).getFirst();
  }

  /// Finds the hits of many queries at once, which takes less time than one by one.
  ///
  /// @param queries of one type or of several
  /// @param radius as in [#find]
  /// @return one list for each query, in the order of the queries
  /// @throws IllegalArgumentException as [#find] does
  public List<List<Hit>> findAll(List<? extends Signal> queries, int radius) {
    return areOfOneType(queries)
        ? findSameType(List.copyOf(queries), radius)
        : findEachType(queries, radius);
  }

  private static boolean areOfOneType(List<? extends Signal> queries) {
    if (queries.isEmpty()) {
      return false;
    }
    SignalType first = queries.getFirst().type();
    for (Signal query : queries) {
      if (!query.type().equals(first)) {
        return false;
      }
    }
    return true;
  }

  private List<List<Hit>> findEachType(List<? extends Signal> queries, int radius) {
    Map<SignalType, List<Integer>> placesByType = new LinkedHashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      placesByType
          .computeIfAbsent(queries.get(i).type(), _ -> new ArrayList<>())
          .add(i);
    }
    List<List<Hit>> hits = new ArrayList<>(Collections.nCopies(queries.size(), List.of()));
    for (List<Integer> places : placesByType.values()) {
      List<Signal> sameType = places.stream().<Signal>map(queries::get).toList();
      List<List<Hit>> found = findSameType(sameType, radius);
      for (int i = 0; i < found.size(); i++) {
        hits.set(places.get(i), found.get(i));
      }
    }
    return hits;
  }

  private List<List<Hit>> findSameType(List<Signal> queries, int radius) {
    if (radius < 0) {
      throw new IllegalArgumentException("a radius is not negative: " + radius);
    }
    return switch (queries.getFirst()) {
      case ExactSignal signal -> find(exact(signal.type()), ExactSignal.class, queries, radius);
      case MetricSignal signal -> find(metric(signal.type()), MetricSignal.class, queries, radius);
      case HammingSignal signal -> {
        checkHammingRadius(radius);
        yield find(hamming(signal.type()), HammingSignal.class, queries, radius);
      }
    };
  }

  private static void checkHammingRadius(int radius) {
    if (radius > MAX_HAMMING_RADIUS) {
      throw new IllegalArgumentException(
          "a Hamming radius is at most " + MAX_HAMMING_RADIUS + ": " + radius);
    }
  }

  private static <S extends Signal> List<List<Hit>> find(
      TypeIndex<S> index, Class<S> kind, List<Signal> queries, int radius) {
    return index.findAll(queries.stream().map(kind::cast).toList(), radius);
  }

  private ExactIndex exact(SignalType type) {
    return exact.computeIfAbsent(type, _ -> new ExactIndex());
  }

  private HammingIndex hamming(SignalType type) {
    return hamming.computeIfAbsent(type, _ -> new HammingIndex(merger));
  }

  private MetricIndex metric(SignalType type) {
    return metric.computeIfAbsent(type, _ -> new MetricIndex());
  }

  private Stream<TypeIndex<?>> indexes() {
    return Stream.of(exact, hamming, metric).flatMap(byType -> byType.values().stream());
  }

  private void removeFromOthers(long id, TypeIndex<?> target) {
    indexes().filter(index -> index != target).forEach(index -> index.remove(id));
  }
}
