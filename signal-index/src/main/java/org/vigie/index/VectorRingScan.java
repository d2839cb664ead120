package org.vigie.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [RingScan] with one vector for each place.
///
/// The loop is flat and nothing in it branches on the data, so that the processor has dozens of
/// reads under way at once; it is a method of its own, since the compiler makes slow code of
/// vectors in large methods.
final class VectorRingScan implements RingScan {
  static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_PREFERRED.length() > 32
      ? ShortVector.SPECIES_512
      : ShortVector.SPECIES_PREFERRED;

  @Override
  public int lanes() {
    return SPECIES.length();
  }

  @Override
  public void scan(
      MemorySegment ring,
      long base,
      int[] places,
      int from,
      int to,
      short wanted,
      short limit,
      long[] near) {
    ShortVector query = ShortVector.broadcast(SPECIES, wanted);
    for (int i = from; i < to; i++) {
      near[i] = near(ring, (base + places[i]) * Short.BYTES, query, limit);
    }
  }

  /// Returns a bit for each entry from `at` that differs from the query in at most `limit` bits.
  static long near(MemorySegment ring, long at, ShortVector query, short limit) {
    return ShortVector.fromMemorySegment(SPECIES, ring, at, ByteOrder.LITTLE_ENDIAN)
        .lanewise(VectorOperators.XOR, query)
        .lanewise(VectorOperators.BIT_COUNT)
        .compare(VectorOperators.LE, limit)
        .toLong();
  }
}
