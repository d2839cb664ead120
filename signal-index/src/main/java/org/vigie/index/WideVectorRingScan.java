package org.vigie.index;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.ShortVector;

/// [RingScan] with two vectors for each place, which halves the work around the reading where
/// buckets are large.
final class WideVectorRingScan implements RingScan {
  private static final int VECTOR_LANES = VectorRingScan.SPECIES.length();
  private static final int VECTOR_BYTES = VectorRingScan.SPECIES.vectorByteSize();

  @Override
  public int lanes() {
    return 2 * VECTOR_LANES;
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
    ShortVector query = ShortVector.broadcast(VectorRingScan.SPECIES, wanted);
    for (int i = from; i < to; i++) {
      long at = (base + places[i]) * Short.BYTES;
      near[i] = VectorRingScan.near(ring, at, query, limit)
          | VectorRingScan.near(ring, at + VECTOR_BYTES, query, limit) << VECTOR_LANES;
    }
  }
}
