package org.vigie.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

/// The numbers of the snapshot file, version 1 (`docs/formats/signal-index.md`).
final class SnapshotFormat {
  static final byte[] MAGIC = "VIGIEIDX".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
  static final int PREAMBLE_BYTES = 24;
  static final int ENTRY_BYTES = 64;
  static final int CHECKSUM_BYTES = 4;
  static final int TYPE_BYTES = 32;
  static final int ALIGNMENT = 4096;
  static final int MAX_SECTIONS = 1024;

  /// Sections of the tables of a [Segment] are numbered 1 to 5 in the order of [Segment.Section].
  static final int FIRST_TABLE = 1;

  /// The section of signals that have no tables: identifier, length and bytes of each.
  static final int ROWS = 6;

  static final int ROW_HEADER_BYTES = Long.BYTES + Integer.BYTES;

  private static final int CHECKSUM_STEP = 1 << 30;

  private SnapshotFormat() {}

  static int headerBytes(int sections) {
    return PREAMBLE_BYTES + sections * ENTRY_BYTES + CHECKSUM_BYTES;
  }

  static long aligned(long offset) {
    return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  static String kindName(int kind) {
    return kind == ROWS
        ? "rows"
        : Segment.Section.values()[kind - FIRST_TABLE].name().toLowerCase(Locale.ROOT);
  }

  static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ORDER);
  }

  /// Returns the CRC-32C of a section.
  static int checksum(MemorySegment section) {
    CRC32C checksum = new CRC32C();
    for (long from = 0; from < section.byteSize(); from += CHECKSUM_STEP) {
      long length = Math.min(CHECKSUM_STEP, section.byteSize() - from);
      checksum.update(section.asSlice(from, length).asByteBuffer());
    }
    return (int) checksum.getValue();
  }
}
