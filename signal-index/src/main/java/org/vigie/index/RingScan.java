package org.vigie.index;

import java.lang.foreign.MemorySegment;

/// The innermost loop of a search: which of the ring entries at these places are near enough.
///
/// Two implementations with the same results; see [#best].
interface RingScan {
  /// Returns the one for this machine: vectors where the JVM was started with
  /// `--add-modules jdk.incubator.vector`, else plain Java.
  static RingScan best() {
    return Holder.BEST;
  }

  /// Returns how many entries each place stands for, 1 to 64.
  int lanes();

  /// For each place i in `from..to-1`, sets bit b of `near[i]` if entry `base + places[i] + b` of
  /// the ring differs from `wanted` in at most `limit` bits. Bits of entries past the end of a
  /// bucket are set as it happens.
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

  /// Chosen once, when first asked for.
  final class Holder {
    private static final RingScan BEST =
        VectorModule.isPresent() ? new VectorRingScan() : new ScalarRingScan();

    private Holder() {}
  }
}
