package org.vigie.index;

import java.lang.foreign.MemorySegment;

/// The innermost loop of a search: which of the ring entries at some places are near enough.
///
/// Implementations differ in speed, not in results.
interface RingScan {
  /// Returns the implementation for this machine and for buckets of this average size: vectors if
  /// the JVM was started with `--add-modules jdk.incubator.vector`, else plain Java.
  static RingScan forBuckets(int averageEntries) {
    return averageEntries < Makes.WIDE_FROM ? Makes.NARROW : Makes.WIDE;
  }

  /// Returns the number of entries at each place, 1 to 64.
  int lanes();

  /// For each i in `from..to-1`, sets bit b of `near[i]` if entry `base + places[i] + b` of the
  /// ring differs from `wanted` in at most `limit` bits, and clears the others.
  ///
  /// Entries past the end of the bucket are read and reported like any other.
  ///
  /// @param base entry index in `ring`
  void scan(
      MemorySegment ring,
      long base,
      int[] places,
      int from,
      int to,
      short wanted,
      short limit,
      long[] near);

  /// Made once, when first asked for.
  final class Makes {
    /// From this size on, reading two vectors at each place wastes little.
    private static final int WIDE_FROM = 48;

    private static final RingScan NARROW =
        VectorModule.isPresent() ? new VectorRingScan() : new ScalarRingScan();
    private static final RingScan WIDE =
        VectorModule.isPresent() ? new WideVectorRingScan() : new ScalarRingScan();

    private Makes() {}
  }
}
