package org.vigie.index;

/// Where a search puts what it finds.
interface HitSink {
  /// Takes one hit.
  ///
  /// @param query the place of the query in its [Queries]
  /// @param place the place of the signal in what was searched
  void hit(int query, int place, int distance);
}
