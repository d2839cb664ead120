package org.vigie.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.MetricSignal;
import org.vigie.fingerprint.Signal;

/// All members within a radius of a signal, whatever the type of signal.
///
/// What was added or removed before a search began counts in it. Threads: any.
public final class SignalIndex {
  private final Map<Long, Signal> signals = new ConcurrentHashMap<>();

  /// Returns an index over these entries.
  ///
  /// @throws IllegalArgumentException if two entries have the same identifier
  public static SignalIndex of(Collection<IndexEntry> entries) {
    SignalIndex index = new SignalIndex();
    entries.forEach(index::put);
    return index;
  }

  /// Adds a signal, or replaces the one that has this identifier.
  public void put(IndexEntry entry) {
    signals.put(entry.id(), entry.signal());
  }

  /// Removes a signal; returns whether there was one.
  public boolean remove(long id) {
    return signals.remove(id) != null;
  }

  /// Returns how many signals there are.
  public int size() {
    return signals.size();
  }

  /// Finds every signal of the query's type within the radius, in no particular order.
  ///
  /// @param radius in the unit of the signal type, 0..63 for Hamming signals; digests ignore it
  public List<Hit> find(Signal query, int radius) {
    return signals.entrySet().stream()
        .filter(e -> e.getValue().type().equals(query.type()))
        .map(e -> new Hit(e.getKey(), distance(query, e.getValue())))
        .filter(hit -> hit.distance() <= radius)
        .toList();
  }

  /// Finds the hits of many queries at once, which costs less than one by one.
  ///
  /// @return one list for each query, in the order of the queries
  public List<List<Hit>> findAll(List<? extends Signal> queries, int radius) {
    return queries.stream().map(query -> find(query, radius)).toList();
  }

  private static int distance(Signal a, Signal b) {
    return switch (a) {
      case ExactSignal exact -> exact.equals(b) ? 0 : Integer.MAX_VALUE;
      case HammingSignal hamming -> hamming.distanceTo((HammingSignal) b);
      case MetricSignal metric -> metric.distanceTo((MetricSignal) b);
    };
  }
}
