package org.vigie.index;

/// Receives the hits of a search.
interface HitSink {
  /// Takes one hit.
  ///
  /// @param query the place of the query in its [Queries]
  /// @param place the place of the signal in the searched part
  void hit(int query, int place, int distance);
}
