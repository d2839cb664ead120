package org.vigie.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// Signals that no longer change, with the tables to search them; the snapshot file stores
/// segments.
///
/// Signals are in the order of their identifiers; their position is the ordinal. Threads: any.
final class Segment {
  /* How a segment is laid out, and why a search of it misses nothing.
   *
   * A signal of 256 bits is cut into 16 chunks of 16 bits; chunk c is bits 16c .. 16c+15, and
   * chunk 15 is followed by chunk 0, so that they form a ring.
   *
   * Pigeonhole: if two signals differ in at most r bits, then in at least one chunk they differ in
   * at most r/16 bits. So it is enough to look, for each chunk, into the bucket of the query's
   * chunk and the buckets whose number differs in up to r/16 bits: 17 buckets a chunk for r = 31.
   *
   * Pigeonring (Qin and Xiao, "Pigeonring: a principle for faster thresholded similarity search",
   * VLDB 2018): more is true. Going round the ring, there is a chunk c from which every run of
   * chunks keeps within its share, d(c) + … + d(c+l-1) <= l*r/16. For r = 31 that is 1, 3 and 5 for
   * runs of one, two and three. So each entry of a bucket comes with the bits to test the run of
   * two without leaving the bucket, and, read only for the two in a thousand that pass, the bits to
   * test the run of three:
   *
   *   section  bytes           of chunk c, in bucket order          read
   *   offsets  4 * 16 * 65537  where each bucket begins and ends    once a bucket
   *   ring     2 * 16 * n      chunk c+1 of each entry              in vectors, bucket by bucket
   *   tails    5 * 16 * n      12 bits of chunk c+2, 28 bits of     once a survivor of the ring
   *                            ordinal
   *   signals  32 * n          in ordinal order                     once a survivor of the tail
   *   ids      8 * n           in ordinal order, ascending          once a hit
   *
   * That is 152 bytes a signal and 4.2 MB. At ten million signals a query of radius 31 reads 41,500
   * ring entries in 272 places; about 110 of them pass on to the tails and three to the signals.
   */

  static final int CHUNKS = 16;
  static final int CHUNK_BITS = 16;
  static final int BUCKETS = 1 << CHUNK_BITS;
  static final int OFFSETS = BUCKETS + 1;

  static final int RING_BYTES = Short.BYTES;
  static final int TAIL_BYTES = 5;
  static final int SIGNAL_BYTES = 32;

  static final int TAIL_RING_BITS = 12;
  static final int TAIL_RING_MASK = (1 << TAIL_RING_BITS) - 1;
  static final int ORDINAL_BITS = 28;
  static final int ORDINAL_MASK = (1 << ORDINAL_BITS) - 1;

  /// The most signals that one segment holds.
  static final int MAX_SIZE = 1 << ORDINAL_BITS;

  /// The bytes that a vector may read past the last entry of a section.
  static final int PADDING = 128;

  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Frees the memory of dropped indexes that never released it.
  private static final Cleaner DROPPED = Cleaner.create();

  private final Cleaner.Cleanable memory;

  /// How many use the tables: one for the index that holds them, one for each search under way.
  private final AtomicInteger users = new AtomicInteger(1);

  final int size;
  final MemorySegment offsets;
  final MemorySegment ring;
  final MemorySegment tails;
  final MemorySegment signals;
  final MemorySegment ids;

  /// Returns a segment over its tables.
  ///
  /// @param memory the tables' memory, which the segment then owns
  /// @throws IllegalArgumentException if a table has not the length that `size` gives it
  Segment(Arena memory, int size, Map<Section, MemorySegment> tables) {
    this.size = size;
    this.offsets = Section.OFFSETS.of(tables, size);
    this.ring = Section.RING.of(tables, size);
    this.tails = Section.TAILS.of(tables, size);
    this.signals = Section.SIGNALS.of(tables, size);
    this.ids = Section.IDS.of(tables, size);
    this.memory = DROPPED.register(this, () -> close(memory));
  }

  private static void close(Arena memory) {
    if (memory.scope().isAlive()) {
      memory.close();
    }
  }

  /// Keeps the tables until [#release]; returns false if they have been given back already.
  boolean retain() {
    return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
  }

  /// Ends one use; the last one gives the memory back, or unmaps the file.
  void release() {
    if (users.decrementAndGet() == 0) {
      memory.clean();
    }
  }

  /// The tables of a segment, in the order of the snapshot file.
  enum Section {
    OFFSETS,
    RING,
    TAILS,
    SIGNALS,
    IDS;

    /// Returns how many bytes the table of `size` signals takes, padding included.
    long bytes(long size) {
      return switch (this) {
        case OFFSETS -> (long) CHUNKS * OFFSETS_BYTES;
        case RING -> CHUNKS * size * RING_BYTES + PADDING;
        case TAILS -> CHUNKS * size * TAIL_BYTES + PADDING;
        case SIGNALS -> size * SIGNAL_BYTES;
        case IDS -> size * Long.BYTES;
      };
    }

    private static final int OFFSETS_BYTES = Segment.OFFSETS * Integer.BYTES;

    private MemorySegment of(Map<Section, MemorySegment> tables, int size) {
      MemorySegment table = Objects.requireNonNull(tables.get(this));
      if (table.byteSize() != bytes(size)) {
        throw new IllegalArgumentException(
            this + " of " + size + " signals: " + table.byteSize() + " bytes, not " + bytes(size));
      }
      return table;
    }
  }

  MemorySegment section(Section section) {
    return switch (section) {
      case OFFSETS -> offsets;
      case RING -> ring;
      case TAILS -> tails;
      case SIGNALS -> signals;
      case IDS -> ids;
    };
  }

  /// Returns chunk `chunk` of a signal, from the 64-bit word that holds it.
  static int chunkOf(long word, int chunk) {
    return (int) (word >>> CHUNK_BITS * (chunk & 3)) & 0xffff;
  }

  /// Returns word `word` (0 is the lowest) of a signal.
  long word(int ordinal, int word) {
    return signals.get(LONG, (long) ordinal * SIGNAL_BYTES + (long) word * Long.BYTES);
  }

  long id(int ordinal) {
    return ids.get(LONG, (long) ordinal * Long.BYTES);
  }

  /// Returns the place of an identifier, or -1 if it is not here.
  int ordinalOf(long id) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = id(middle);
      if (found == id) {
        return middle;
      }
      if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// Returns how many bytes of memory or file the tables take.
  long bytes() {
    return offsets.byteSize()
        + ring.byteSize()
        + tails.byteSize()
        + signals.byteSize()
        + ids.byteSize();
  }
}
