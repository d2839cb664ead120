package org.vigie.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.ExactSignal;

/// The signals of one exact type, found by equality. Threads: any.
final class ExactIndex implements TypeIndex<ExactSignal> {
  private final Map<Long, ExactSignal> byId = new ConcurrentHashMap<>();
  private final Map<ExactSignal, Ids> idsOf = new ConcurrentHashMap<>();

  @Override
  public void put(long id, ExactSignal signal) {
    ExactSignal earlier = byId.put(id, signal);
    if (!signal.equals(earlier)) {
      idsOf.compute(signal, (_, ids) -> ids == null ? Ids.of(id) : ids.and(id));
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
      idsOf.computeIfPresent(signal, (_, ids) -> ids.without(id));
    }
  }

  @Override
  public List<List<Hit>> findAll(List<ExactSignal> queries, int radius) {
    List<List<Hit>> hits = new ArrayList<>(queries.size());
    for (ExactSignal query : queries) {
      hits.add(find(query));
    }
    return hits;
  }

  private List<Hit> find(ExactSignal query) {
    Ids ids = idsOf.get(query);
    return ids == null ? List.of() : ids.hits();
  }

  @Override
  public int size() {
    return byId.size();
  }

  Map<Long, ExactSignal> entries() {
    return Map.copyOf(byId);
  }
}
