package org.vigie.index;

import static org.vigie.index.SnapshotFormat.ALIGNMENT;
import static org.vigie.index.SnapshotFormat.CHECKSUM_BYTES;
import static org.vigie.index.SnapshotFormat.MAGIC;
import static org.vigie.index.SnapshotFormat.MAX_SECTIONS;
import static org.vigie.index.SnapshotFormat.PREAMBLE_BYTES;
import static org.vigie.index.SnapshotFormat.ROWS;
import static org.vigie.index.SnapshotFormat.TYPE_BYTES;
import static org.vigie.index.SnapshotFormat.VERSION;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the header of a snapshot file: its sections and their offsets.
final class SnapshotDirectory {
  private final Path file;
  private final FileChannel channel;
  private final long fileLength;

  private SnapshotDirectory(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.fileLength = channel.size();
  }

  /// A section, which lies within the file.
  ///
  /// @param number 1 for the first
  record Entry(
      int number, String type, int kind, int checksum, long offset, long length, long count) {
    Segment.Section section() {
      return Segment.Section.values()[kind - SnapshotFormat.FIRST_TABLE];
    }

    String name() {
      return "section " + number + " (" + SnapshotFormat.kindName(kind) + " of " + type + ")";
    }
  }

  /// Reads and checks the header.
  static List<Entry> read(Path file, FileChannel channel) throws IOException {
    return new SnapshotDirectory(file, channel).read();
  }

  private List<Entry> read() throws IOException {
    int sections = readPreamble();
    ByteBuffer header = readHeader(SnapshotFormat.headerBytes(sections));
    long length = header.getLong(16);
    if (length != fileLength) {
      throw unreadable("it has " + fileLength + " bytes, its header says " + length);
    }
    List<Entry> entries = new ArrayList<>();
    header.position(PREAMBLE_BYTES);
    for (int number = 1; number <= sections; number++) {
      entries.add(readEntry(number, header));
    }
    return entries;
  }

  private int readPreamble() throws IOException {
    ByteBuffer preamble = readFully(PREAMBLE_BYTES);
    byte[] magic = new byte[MAGIC.length];
    preamble.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw unreadable("it does not begin with VIGIEIDX");
    }
    int version = preamble.getInt();
    if (version != VERSION) {
      throw unreadable("it is of version " + version + ", this program reads version " + VERSION);
    }
    int sections = preamble.getInt();
    if (sections < 0 || sections > MAX_SECTIONS) {
      throw unreadable("it claims " + sections + " sections");
    }
    return sections;
  }

  private ByteBuffer readHeader(int bytes) throws IOException {
    ByteBuffer header = readFully(bytes);
    int covered = bytes - CHECKSUM_BYTES;
    int checksum = SnapshotFormat.checksum(MemorySegment.ofBuffer(header).asSlice(0, covered));
    if (checksum != header.getInt(covered)) {
      throw unreadable("the header fails its checksum");
    }
    return header;
  }

  private ByteBuffer readFully(int bytes) throws IOException {
    ByteBuffer buffer = SnapshotFormat.littleEndian(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, buffer.position()) < 0) {
        throw unreadable("it ends within the header, after " + buffer.position() + " bytes");
      }
    }
    return buffer.flip();
  }

  private Entry readEntry(int number, ByteBuffer header) throws UnreadableSnapshotException {
    String type = readType(number, header);
    int kind = header.getInt();
    if (kind < SnapshotFormat.FIRST_TABLE || kind > ROWS) {
      throw unreadable("section " + number + " is of the unknown kind " + kind);
    }
    Entry entry = new Entry(
        number, type, kind, header.getInt(), header.getLong(), header.getLong(), header.getLong());
    if (entry.offset < 0
        || entry.offset % ALIGNMENT != 0
        || entry.length < 0
        || entry.length > fileLength - entry.offset) {
      throw unreadable(entry.name() + " does not lie within the file");
    }
    return entry;
  }

  private String readType(int number, ByteBuffer header) throws UnreadableSnapshotException {
    byte[] padded = new byte[TYPE_BYTES];
    header.get(padded);
    int length = 0;
    while (length < TYPE_BYTES && padded[length] > ' ') {
      length++;
    }
    for (int i = length; i < TYPE_BYTES; i++) {
      if (padded[i] != 0) {
        throw unreadable("section " + number + " has a malformed signal type");
      }
    }
    return new String(padded, 0, length, StandardCharsets.US_ASCII);
  }

  private UnreadableSnapshotException unreadable(String reason) {
    return new UnreadableSnapshotException(file, reason);
  }
}
