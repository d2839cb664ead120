package org.vigie.index;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.ExactSignal;

/// The signals of one exact type, found by equality. Threads: any.
final class ExactIndex implements TypeIndex<ExactSignal> {
  private final Map<Long, ExactSignal> byId = new ConcurrentHashMap<>();
  private final Map<ExactSignal, long[]> idsOf = new ConcurrentHashMap<>();

  @Override
  public void put(long id, ExactSignal signal) {
    ExactSignal earlier = byId.put(id, signal);
    if (!signal.equals(earlier)) {
      idsOf.merge(signal, new long[] {id}, ExactIndex::joined);
      forget(id, earlier);
    }
  }

  @Override
  public boolean remove(long id) {
    ExactSignal removed = byId.remove(id);
    forget(id, removed);
    return removed != null;
  }

  private void forget(long id, @Nullable ExactSignal signal) {
    if (signal != null) {
      idsOf.computeIfPresent(signal, (same, ids) -> without(ids, id));
    }
  }

  private static long[] joined(long[] a, long[] b) {
    return LongStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
  }

  private static long @Nullable [] without(long[] ids, long id) {
    long[] left = Arrays.stream(ids).filter(other -> other != id).toArray();
    return left.length == 0 ? null : left;
  }

  @Override
  public List<List<Hit>> findAll(List<ExactSignal> queries, int radius) {
    return queries.stream().map(this::find).toList();
  }

  private List<Hit> find(ExactSignal query) {
    long[] ids = idsOf.get(query);
    return ids == null
        ? List.of()
        : Arrays.stream(ids).mapToObj(id -> new Hit(id, 0)).toList();
  }

  @Override
  public int size() {
    return byId.size();
  }

  Map<Long, ExactSignal> entries() {
    return Map.copyOf(byId);
  }
}
