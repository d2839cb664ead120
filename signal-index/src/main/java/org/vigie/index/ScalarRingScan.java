package org.vigie.index;

import java.lang.foreign.MemorySegment;

/// [RingScan] in plain Java, for JVMs without the Vector API: four entries at a time in one long.
final class ScalarRingScan implements RingScan {
  private static final int LANES = 16;
  private static final int PER_LONG = 4;
  private static final long EVERY_ENTRY = 0x0001_0001_0001_0001L;

  @Override
  public int lanes() {
    return LANES;
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
    long query = (wanted & 0xffffL) * EVERY_ENTRY;
    for (int i = from; i < to; i++) {
      long at = (base + places[i]) * Short.BYTES;
      long bits = 0;
      for (int entry = 0; entry < LANES; entry += PER_LONG, at += Long.BYTES) {
        bits |= nearOfFour(ring.get(Segment.LONG, at) ^ query, limit) << entry;
      }
      near[i] = bits;
    }
  }

  /// Counts the ones of four 16-bit fields side by side (Hacker's Delight, 5-1) and compares each.
  private static long nearOfFour(long difference, int limit) {
    long pairs = difference - (difference >>> 1 & 0x5555_5555_5555_5555L);
    long nibbles = (pairs & 0x3333_3333_3333_3333L) + (pairs >>> 2 & 0x3333_3333_3333_3333L);
    long bytes = nibbles + (nibbles >>> 4) & 0x0f0f_0f0f_0f0f_0f0fL;
    long counts = bytes + (bytes >>> 8) & 0x001f_001f_001f_001fL;
    long nearBit15 = (limit * EVERY_ENTRY | 0x8000_8000_8000_8000L) - counts;
    long near = nearBit15 >>> 15 & EVERY_ENTRY;
    return (near | near >>> 15 | near >>> 30 | near >>> 45) & 0xf;
  }
}
