package org.vigie.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [RingScan] with one vector for each place.
///
/// The loop is flat and its body free of branches on what it reads, so that the processor has
/// dozens of reads under way at once; it is kept apart, since the compiler makes slow code of
/// vectors in large methods.
final class VectorRingScan implements RingScan {
  private static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_PREFERRED;

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
      long at = (base + places[i]) * Short.BYTES;
      near[i] = ShortVector.fromMemorySegment(SPECIES, ring, at, ByteOrder.LITTLE_ENDIAN)
          .lanewise(VectorOperators.XOR, query)
          .lanewise(VectorOperators.BIT_COUNT)
          .compare(VectorOperators.LE, limit)
          .toLong();
    }
  }
}
