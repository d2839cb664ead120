package org.vigie.index;

import java.util.List;
import org.vigie.fingerprint.Signal;

/// The index over the signals of one type. Changes are made one at a time; searches at any time.
///
/// @param <S> how the signals of the type are compared
sealed interface TypeIndex<S extends Signal> permits ExactIndex, HammingIndex, MetricIndex {
  /// Adds a signal, or replaces the signal with this identifier.
  void put(long id, S signal);

  /// Removes a signal; returns whether there was one.
  boolean remove(long id);

  /// Returns the hits of each query, in the order of the queries.
  List<List<Hit>> findAll(List<S> queries, int radius);

  int size();
}
