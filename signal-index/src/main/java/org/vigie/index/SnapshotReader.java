package org.vigie.index;

import static org.vigie.index.Segment.INT;
import static org.vigie.index.Segment.OFFSETS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.index.Segment.Section;
import org.vigie.index.SnapshotDirectory.Entry;

/// Reads a snapshot file: everything is checked before anything is used.
///
/// The tables of segments are mapped, not copied: the file must not be changed in place while
/// they are in use (the writer never does; it puts a new file under the name).
final class SnapshotReader {
  private final Path file;
  private final FileChannel channel;
  private final SignalTypes types;
  private final Set<Long> rowIds = new HashSet<>();

  private SnapshotReader(Path file, FileChannel channel, SignalTypes types) {
    this.file = file;
    this.channel = channel;
    this.types = types;
  }

  /// The content of a sound file.
  record Contents(Map<SignalType, Segment> segments, List<IndexEntry> rows) {}

  /// Reads a file.
  ///
  /// @throws UnreadableSnapshotException if the file is not whole, sound and of this version, or
  ///     names a signal type that is not installed
  static Contents read(Path file, SignalTypes types) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new SnapshotReader(file, channel, types).read();
    }
  }

  private Contents read() throws IOException {
    Map<String, Map<Section, Entry>> tables = new LinkedHashMap<>();
    List<IndexEntry> rows = new ArrayList<>();
    for (Entry entry : SnapshotDirectory.read(file, channel)) {
      if (entry.kind() == SnapshotFormat.ROWS) {
        readRows(entry, rows);
      } else {
        collect(entry, tables.computeIfAbsent(entry.type(), _ -> new EnumMap<>(Section.class)));
      }
    }
    Map<SignalType, Segment> segments = readSegments(tables);
    if (!areDistinct(segments.values())) {
      segments.values().forEach(Segment::release);
      throw unreadable("two signals of it have the same identifier");
    }
    return new Contents(segments, rows);
  }

  /// Looks for identifiers of rows, and of each segment, in the other segments.
  private boolean areDistinct(Collection<Segment> segments) {
    return segments.stream()
        .allMatch(segment -> rowIds.stream().allMatch(id -> segment.ordinalOf(id) < 0)
            && segments.stream()
                .filter(other -> other != segment)
                .allMatch(other -> areDistinct(segment, other)));
  }

  private static boolean areDistinct(Segment segment, Segment other) {
    return IntStream.range(0, segment.size)
        .allMatch(ordinal -> other.ordinalOf(segment.id(ordinal)) < 0);
  }

  private void collect(Entry entry, Map<Section, Entry> tables) throws UnreadableSnapshotException {
    if (tables.put(entry.section(), entry) != null) {
      throw unreadable(entry.name() + " is there twice");
    }
  }

  private Map<SignalType, Segment> readSegments(Map<String, Map<Section, Entry>> tables)
      throws IOException {
    Map<SignalType, Segment> segments = new LinkedHashMap<>();
    boolean sound = false;
    try {
      for (Map.Entry<String, Map<Section, Entry>> each : tables.entrySet()) {
        segments.put(type(each.getKey()), readSegment(each.getKey(), each.getValue()));
      }
      sound = true;
      return segments;
    } finally {
      if (!sound) {
        segments.values().forEach(Segment::release);
      }
    }
  }

  private Segment readSegment(String type, Map<Section, Entry> entries) throws IOException {
    Arena memory = Arena.ofShared();
    boolean sound = false;
    try {
      Segment segment = new Segment(memory, size(type, entries), map(entries, memory));
      checkOffsets(type, segment);
      checkIds(type, segment);
      HugePages.advise(segment);
      sound = true;
      return segment;
    } finally {
      if (!sound) {
        memory.close();
      }
    }
  }

  private int size(String type, Map<Section, Entry> entries) throws UnreadableSnapshotException {
    long count = -1;
    for (Section section : Section.values()) {
      Entry entry = entries.get(section);
      if (entry == null) {
        throw unreadable("the table " + section + " of " + type + " is missing");
      }
      if (count >= 0 && entry.count() != count) {
        throw unreadable("the tables of " + type + " are of different numbers of signals");
      }
      count = entry.count();
      if (count < 0 || count > Segment.MAX_SIZE || entry.length() != section.bytes(count)) {
        throw unreadable(entry.name() + " has not the length of its " + count + " signals");
      }
    }
    return (int) count;
  }

  private Map<Section, MemorySegment> map(Map<Section, Entry> entries, Arena memory)
      throws IOException {
    Map<Section, MemorySegment> tables = new EnumMap<>(Section.class);
    for (Map.Entry<Section, Entry> each : entries.entrySet()) {
      tables.put(each.getKey(), map(each.getValue(), memory));
    }
    return tables;
  }

  private MemorySegment map(Entry entry, Arena memory) throws IOException {
    MemorySegment bytes =
        channel.map(FileChannel.MapMode.READ_ONLY, entry.offset(), entry.length(), memory);
    if (SnapshotFormat.checksum(bytes) != entry.checksum()) {
      throw unreadable(entry.name() + " fails its checksum");
    }
    return bytes;
  }

  private void checkOffsets(String type, Segment segment) throws UnreadableSnapshotException {
    for (int chunk = 0; chunk < Segment.CHUNKS; chunk++) {
      int earlier = 0;
      for (int bucket = 0; bucket < OFFSETS; bucket++) {
        int offset = segment.offsets.get(INT, 4L * (chunk * OFFSETS + bucket));
        if (offset < earlier || bucket == 0 && offset != 0) {
          throw unreadable("the offsets of " + type + " are not ascending from 0");
        }
        earlier = offset;
      }
      if (earlier != segment.size) {
        throw unreadable("the offsets of " + type + " do not end at its number of signals");
      }
    }
  }

  private void checkIds(String type, Segment segment) throws UnreadableSnapshotException {
    for (int ordinal = 1; ordinal < segment.size; ordinal++) {
      if (segment.id(ordinal - 1) >= segment.id(ordinal)) {
        throw unreadable("the identifiers of " + type + " are not ascending");
      }
    }
  }

  private void readRows(Entry entry, List<IndexEntry> rows) throws IOException {
    SignalType type = type(entry.type());
    if (entry.length() > Integer.MAX_VALUE) {
      throw unreadable(entry.name() + " is larger than 2 GB; rows can be in several sections");
    }
    try (Arena memory = Arena.ofConfined()) {
      ByteBuffer bytes = map(entry, memory).asByteBuffer().order(SnapshotFormat.ORDER);
      for (long row = 0; row < entry.count(); row++) {
        IndexEntry read = readRow(entry, type, bytes);
        if (!rowIds.add(read.id())) {
          throw unreadable(entry.name() + " has an identifier that is there already");
        }
        rows.add(read);
      }
      if (bytes.hasRemaining()) {
        throw unreadable(entry.name() + " goes on after its last row");
      }
    }
  }

  private IndexEntry readRow(Entry entry, SignalType type, ByteBuffer rows)
      throws UnreadableSnapshotException {
    if (rows.remaining() < SnapshotFormat.ROW_HEADER_BYTES) {
      throw unreadable(entry.name() + " ends within a row");
    }
    long id = rows.getLong();
    int length = rows.getInt();
    if (length < 0 || length > rows.remaining()) {
      throw unreadable(entry.name() + " ends within a row");
    }
    byte[] value = new byte[length];
    rows.get(value);
    return new IndexEntry(id, signal(entry, type, value));
  }

  private Signal signal(Entry entry, SignalType type, byte[] value)
      throws UnreadableSnapshotException {
    try {
      return type.ofBytes(value);
    } catch (MalformedSignalException e) {
      throw unreadable(entry.name() + ": " + e.getMessage());
    }
  }

  private SignalType type(String id) throws UnreadableSnapshotException {
    return types.find(id).orElseThrow(() -> unreadable("signal type " + id + " is not installed"));
  }

  private UnreadableSnapshotException unreadable(String reason) {
    return new UnreadableSnapshotException(file, reason);
  }
}
