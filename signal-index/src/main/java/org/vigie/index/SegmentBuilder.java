package org.vigie.index;

import static org.vigie.index.Segment.BUCKETS;
import static org.vigie.index.Segment.CHUNKS;
import static org.vigie.index.Segment.INT;
import static org.vigie.index.Segment.LONG;
import static org.vigie.index.Segment.OFFSETS;
import static org.vigie.index.Segment.ORDINAL_BITS;
import static org.vigie.index.Segment.RING_BYTES;
import static org.vigie.index.Segment.SHORT;
import static org.vigie.index.Segment.SIGNAL_BYTES;
import static org.vigie.index.Segment.TAIL_BYTES;
import static org.vigie.index.Segment.TAIL_RING_MASK;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.vigie.index.Segment.Section;

/// Makes the tables of a [Segment] from its signals.
final class SegmentBuilder {
  /* Each chunk's table is a sort of all signals by 16 bits. Scattering straight into 65,536 places
   * would miss the cache at every step, so it is done in two: by the high byte into 256 streams of
   * packed records, then, region by region, by the low byte; a region of ten million signals is
   * 39,000 records and fits the second-level cache. A packed record has exactly 64 bits:
   *
   *   63..56  low byte of chunk c
   *   55..40  chunk c+1             goes to the ring
   *   39..28  12 bits of chunk c+2  goes to the tail
   *   27..0   ordinal               goes to the tail
   */
  private static final int RADIX = 256;

  /// A multiple of the largest page, so that huge pages can back a table from its first byte.
  private static final int ALIGNMENT = 2 << 20;

  private final int size;
  private final MemorySegment signals;
  private final Map<Section, MemorySegment> tables = new EnumMap<>(Section.class);

  private SegmentBuilder(Arena memory, SignalRows rows, int[] order) {
    this.size = rows.size();
    for (Section section : Section.values()) {
      tables.put(section, memory.allocate(section.bytes(size), ALIGNMENT));
    }
    this.signals = table(Section.SIGNALS);
    rows.copyTo(signals, table(Section.IDS), order);
  }

  /// Returns a segment of these rows, whose order does not matter.
  ///
  /// @throws IllegalArgumentException if two rows have the same identifier
  static Segment build(SignalRows rows) {
    int[] order = rows.order();
    Arena memory = Arena.ofShared();
    boolean built = false;
    try {
      SegmentBuilder builder = new SegmentBuilder(memory, rows, order);
      builder.fill();
      Segment segment = new Segment(memory, builder.size, builder.tables);
      HugePages.advise(segment);
      built = true;
      return segment;
    } finally {
      if (!built) {
        memory.close();
      }
    }
  }

  private MemorySegment table(Section section) {
    return Objects.requireNonNull(tables.get(section));
  }

  private void fill() {
    int[] offsets = countBuckets();
    MemorySegment.copy(offsets, 0, table(Section.OFFSETS), INT, 0, offsets.length);
    long[] records = new long[size];
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int[] starts = Arrays.copyOfRange(offsets, chunk * OFFSETS, (chunk + 1) * OFFSETS);
      partitionByHighByte(chunk, starts, records);
      sortRegions(chunk, starts, records);
    }
  }

  private int[] countBuckets() {
    int[] counts = new int[CHUNKS * OFFSETS];
    for (long at = 0; at < signals.byteSize(); at += SIGNAL_BYTES) {
      for (int chunk = 0; chunk < CHUNKS; chunk++) {
        counts[chunk * OFFSETS + chunkAt(at, chunk) + 1]++;
      }
    }
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      Arrays.parallelPrefix(counts, chunk * OFFSETS, (chunk + 1) * OFFSETS, Integer::sum);
    }
    return counts;
  }

  private int chunkAt(long signal, int chunk) {
    return Segment.chunkOf(signals.get(LONG, signal + 8L * (chunk >> 2)), chunk);
  }

  private void partitionByHighByte(int chunk, int[] starts, long[] records) {
    int[] next = new int[RADIX];
    Arrays.setAll(next, high -> starts[high << 8]);
    for (int ordinal = 0; ordinal < size; ordinal++) {
      long at = (long) ordinal * SIGNAL_BYTES;
      int bucket = chunkAt(at, chunk);
      long ring = chunkAt(at, chunk + 1 & 15);
      long tail = chunkAt(at, chunk + 2 & 15) & TAIL_RING_MASK;
      records[next[bucket >>> 8]++] =
          (bucket & 0xffL) << 56 | ring << 40 | tail << ORDINAL_BITS | ordinal;
    }
  }

  private void sortRegions(int chunk, int[] starts, long[] records) {
    long base = (long) chunk * size;
    MemorySegment ring = table(Section.RING);
    MemorySegment tails = table(Section.TAILS);
    int[] next = Arrays.copyOf(starts, BUCKETS);
    for (int high = 0; high < RADIX; high++) {
      for (int i = starts[high << 8], end = starts[high + 1 << 8]; i < end; i++) {
        long record = records[i];
        long entry = base + next[high << 8 | (int) (record >>> 56)]++;
        ring.set(SHORT, entry * RING_BYTES, (short) (record >>> 40));
        tails.set(INT, entry * TAIL_BYTES, (int) record);
        tails.set(ValueLayout.JAVA_BYTE, entry * TAIL_BYTES + 4, (byte) (record >>> 32));
      }
    }
  }
}
