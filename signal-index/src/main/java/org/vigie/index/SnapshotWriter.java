package org.vigie.index;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;

/// Writes a snapshot file: whole and on disk under its name, or not at all.
final class SnapshotWriter {
  private static final long WRITE_STEP = 1 << 28;

  /// A section of rows is read as one buffer, which has to be well below 2 GB.
  private static final long MAX_ROWS_BYTES = 1 << 28;

  private final List<Section> sections = new ArrayList<>();

  private record Section(String type, int kind, long count, MemorySegment bytes) {}

  /// Adds the tables of a segment, which must stay until the file is written.
  void add(SignalType type, Segment segment) {
    for (Segment.Section table : Segment.Section.values()) {
      int kind = SnapshotFormat.FIRST_TABLE + table.ordinal();
      sections.add(new Section(type.id(), kind, segment.size, segment.section(table)));
    }
  }

  /// Adds signals that have no tables, in as many sections as they need.
  void add(SignalType type, Map<Long, ? extends Signal> signals) {
    List<ByteBuffer> rows = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<Long, ? extends Signal> signal : signals.entrySet()) {
      ByteBuffer row = row(signal.getKey(), signal.getValue().bytes());
      if (bytes + row.remaining() > MAX_ROWS_BYTES) {
        addRows(type, rows);
        rows.clear();
        bytes = 0;
      }
      rows.add(row);
      bytes += row.remaining();
    }
    addRows(type, rows);
  }

  private static ByteBuffer row(long id, byte[] value) {
    ByteBuffer row = SnapshotFormat.littleEndian(SnapshotFormat.ROW_HEADER_BYTES + value.length);
    return row.putLong(id).putInt(value.length).put(value).flip();
  }

  private void addRows(SignalType type, List<ByteBuffer> rows) {
    int bytes = rows.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer section = ByteBuffer.allocate(bytes);
    rows.forEach(section::put);
    sections.add(new Section(
        type.id(), SnapshotFormat.ROWS, rows.size(), MemorySegment.ofBuffer(section.flip())));
  }

  /// Writes the file under another name first, so that a reader never sees half of it.
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no file can be written as " + file);
    }
    Path unfinished = Files.createTempFile(folder, file.getFileName().toString(), ".unfinished");
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        write(channel);
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void write(FileChannel channel) throws IOException {
    long[] offsets = offsets();
    writeAll(channel, 0, MemorySegment.ofBuffer(header(offsets)));
    for (int i = 0; i < sections.size(); i++) {
      writeAll(channel, offsets[i], sections.get(i).bytes());
    }
    extend(channel, offsets[sections.size()]);
  }

  /// Makes the file as long as its header says where the last sections are empty.
  private static void extend(FileChannel channel, long length) throws IOException {
    if (channel.size() < length) {
      channel.write(ByteBuffer.allocate(1), length - 1);
    }
  }

  /// Returns where each section begins, and last where the file ends.
  private long[] offsets() {
    long[] offsets = new long[sections.size() + 1];
    long end = SnapshotFormat.headerBytes(sections.size());
    for (int i = 0; i < sections.size(); i++) {
      offsets[i] = SnapshotFormat.aligned(end);
      end = offsets[i] + sections.get(i).bytes().byteSize();
    }
    offsets[sections.size()] = end;
    return offsets;
  }

  private ByteBuffer header(long[] offsets) {
    ByteBuffer header = SnapshotFormat.littleEndian(SnapshotFormat.headerBytes(sections.size()));
    header.put(SnapshotFormat.MAGIC).putInt(SnapshotFormat.VERSION).putInt(sections.size());
    header.putLong(offsets[sections.size()]);
    for (int i = 0; i < sections.size(); i++) {
      putEntry(header, sections.get(i), offsets[i]);
    }
    int checksum =
        SnapshotFormat.checksum(MemorySegment.ofBuffer(header.duplicate().flip()));
    return header.putInt(checksum).flip();
  }

  private static void putEntry(ByteBuffer header, Section section, long offset) {
    byte[] type = section.type().getBytes(StandardCharsets.US_ASCII);
    if (type.length > SnapshotFormat.TYPE_BYTES) {
      throw new IllegalArgumentException(
          "the identifier of a signal type is too long: " + section.type());
    }
    int entry = header.position();
    header.put(type).position(entry + SnapshotFormat.TYPE_BYTES);
    header.putInt(section.kind()).putInt(SnapshotFormat.checksum(section.bytes()));
    header.putLong(offset).putLong(section.bytes().byteSize()).putLong(section.count());
  }

  private static void writeAll(FileChannel channel, long offset, MemorySegment bytes)
      throws IOException {
    for (long from = 0; from < bytes.byteSize(); from += WRITE_STEP) {
      long length = Math.min(WRITE_STEP, bytes.byteSize() - from);
      ByteBuffer step = bytes.asSlice(from, length).asByteBuffer();
      while (step.hasRemaining()) {
        channel.write(step, offset + from + step.position());
      }
    }
  }

  /// Makes the new name durable.
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
