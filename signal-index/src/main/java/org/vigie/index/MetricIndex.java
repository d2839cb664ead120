package org.vigie.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.fingerprint.MetricSignal;

/// The signals of one type with a distance of its own: each query is compared with each. Threads:
/// any.
final class MetricIndex implements TypeIndex<MetricSignal> {
  private final Map<Long, MetricSignal> byId = new ConcurrentHashMap<>();

  @Override
  public void put(long id, MetricSignal signal) {
    byId.put(id, signal);
  }

  @Override
  public boolean remove(long id) {
    return byId.remove(id) != null;
  }

  @Override
  public List<List<Hit>> findAll(List<MetricSignal> queries, int radius) {
    return queries.stream().map(query -> find(query, radius)).toList();
  }

  private List<Hit> find(MetricSignal query, int radius) {
    return byId.entrySet().stream()
        .map(entry -> new Hit(entry.getKey(), query.distanceTo(entry.getValue())))
        .filter(hit -> hit.distance() <= radius)
        .toList();
  }

  @Override
  public int size() {
    return byId.size();
  }

  Map<Long, MetricSignal> entries() {
    return Map.copyOf(byId);
  }
}
