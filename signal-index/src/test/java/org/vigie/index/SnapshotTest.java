package org.vigie.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.index.RandomSignals.Shape;

/// The snapshot file: saved entries come back, and a file that is not whole and sound is refused.
class SnapshotTest {
  private static final SignalTypes TYPES = SignalTypes.installed();
  private static final int SIZE = 300;
  private static final byte[] SHA1 = "sha1".getBytes(StandardCharsets.US_ASCII);

  @TempDir
  static Path folder;

  private static byte[] sound = {};

  @BeforeAll
  static void save() throws IOException {
    Path file = folder.resolve("sound.index");
    SignalIndex.of(entries()).save(file);
    sound = Files.readAllBytes(file);
  }

  private static List<IndexEntry> entries() {
    List<IndexEntry> entries =
        new ArrayList<>(RandomSignals.of(1, Shape.CLUSTERED, SIZE).entries(1000, 7));
    entries.add(new IndexEntry(1, digest("one")));
    entries.add(new IndexEntry(2, digest("two")));
    entries.add(new IndexEntry(-3, digest("one")));
    return entries;
  }

  private static Digest digest(String text) {
    return Digest.of(DigestType.SHA256, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void open_soundFile_findsWhatWasSaved() throws IOException {
    SignalIndex opened = SignalIndex.open(write("again.index", sound), TYPES);
    assertThat(opened.size()).isEqualTo(SIZE + 3);
    assertThat(opened.find(digest("one"), 0))
        .containsExactlyInAnyOrder(new Hit(1, 0), new Hit(-3, 0));
    for (PdqSignal needle : RandomSignals.of(1, Shape.CLUSTERED, SIZE).needles(50, 31)) {
      List<IndexEntry> members = entries().subList(0, SIZE);
      assertThat(opened.find(needle, 31))
          .containsExactlyInAnyOrderElementsOf(RandomSignals.linearScan(members, needle, 31));
    }
  }

  @Test
  void open_thenChangeAndSaveOverTheFile_holdsTheNewState() throws IOException {
    Path file = write("changing.index", sound);
    SignalIndex index = SignalIndex.open(file, TYPES);
    index.remove(1000);
    index.put(new IndexEntry(5, PdqSignal.parse("ab".repeat(32))));
    index.save(file);
    SignalIndex reopened = SignalIndex.open(file, TYPES);
    assertThat(reopened.size()).isEqualTo(SIZE + 3);
    assertThat(reopened.find(PdqSignal.parse("ab".repeat(32)), 0)).containsExactly(new Hit(5, 0));
    assertThat(index.find(PdqSignal.parse("ab".repeat(32)), 0)).containsExactly(new Hit(5, 0));
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8192, 30_000})
  void save_anySize_opensAgain(int size) throws IOException {
    Path file = folder.resolve("size-" + size);
    SignalIndex.of(RandomSignals.of(size, Shape.RANDOM, size).entries(0, 1)).save(file);
    assertThat(SignalIndex.open(file, TYPES).size()).isEqualTo(size);
  }

  @Test
  void save_typesWithoutSignals_opensAgain() throws IOException {
    Path file = folder.resolve("empty-types.index");
    SignalIndex index = SignalIndex.of(entries());
    index.find(Digest.of(DigestType.MD5, new byte[1]), 0);
    entries().forEach(entry -> index.remove(entry.id()));
    index.save(file);
    assertThat(SignalIndex.open(file, TYPES).size()).isZero();
  }

  @Test
  void open_indexIsDropped_unmapsTheFile() throws IOException {
    MemorySegment.Scope mapped = openAndDrop();
    for (int i = 0; i < 1000 && mapped.isAlive(); i++) {
      System.gc();
    }
    assertThat(mapped.isAlive()).isFalse();
  }

  private static MemorySegment.Scope openAndDrop() throws IOException {
    Path file = write("dropped.index", sound);
    Segment segment =
        SnapshotReader.read(file, TYPES).segments().values().iterator().next();
    return segment.ids.scope();
  }

  @Test
  void save_longSignal_opensAgain() throws IOException {
    Path file = folder.resolve("long.index");
    LongSignal signal = new LongSignal(258_064);
    SignalIndex.of(List.of(new IndexEntry(1, signal))).save(file);
    assertThat(SignalIndex.open(file, TYPES).find(signal, 0)).containsExactly(new Hit(1, 0));
  }

  @Test
  void save_whileSignalsChangeTheirType_holdsEachOnce() throws Exception {
    Path file = folder.resolve("moment.index");
    SignalIndex index = new SignalIndex();
    LongStream.range(0, 500).forEach(id -> index.put(new IndexEntry(id, digest("one"))));
    AtomicBoolean saving = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> changes = threads.submit(() -> changeTypes(index, saving));
      try {
        for (int i = 0; i < 20; i++) {
          index.save(file);
          assertThat(SignalIndex.open(file, TYPES).size()).isEqualTo(500);
        }
      } finally {
        saving.set(false);
      }
      changes.get();
    }
  }

  private static void changeTypes(SignalIndex index, AtomicBoolean saving) {
    List<Signal> signals =
        List.of(digest("one"), Digest.of(DigestType.MD5, new byte[1]), PdqSignal.ZERO);
    RandomGenerator random = RandomSignals.of(31, Shape.RANDOM, 0).random();
    while (saving.get()) {
      index.put(new IndexEntry(random.nextInt(500), signals.get(random.nextInt(3))));
    }
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        defect("magic", "does not begin with VIGIEIDX", bytes -> bytes.put(0, (byte) 'X')),
        defect("version", "of version 2", header(bytes -> bytes.putInt(8, 2))),
        defect("section count", "claims -1 sections", bytes -> bytes.putInt(12, -1)),
        defect("file length", "its header says", header(bytes -> bytes.putLong(16, 1 << 20))),
        defect("header", "the header fails its checksum", bytes -> bytes.put(30, (byte) 1)),
        defect("kind", "unknown kind 9", entry(0, bytes -> bytes.putInt(32, 9))),
        defect("twice", "is there twice", entry(1, bytes -> bytes.putInt(32, ofKind(0)))),
        defect("missing", "IDS of pdq is missing", entry(4, bytes -> bytes.put(0, SHA1))),
        defect("unknown type", "qdq is not installed", entry(0, bytes -> bytes.put(0, (byte) 'q'))),
        defect("type", "malformed signal type", entry(0, bytes -> bytes.put(20, (byte) 'q'))),
        defect("alignment", "does not lie within", entry(0, bytes -> bytes.putLong(40, 4097))),
        defect("outside", "does not lie within", entry(0, bytes -> bytes.putLong(48, 1L << 62))),
        defect("count", "different numbers", entry(2, bytes -> bytes.putLong(56, SIZE - 1))),
        defect("offsets", "(offsets of pdq) fails its checksum", section(0)),
        defect("ring", "(ring of pdq) fails its checksum", section(1)),
        defect("tails", "(tails of pdq) fails its checksum", section(2)),
        defect("signals", "(signals of pdq) fails its checksum", section(3)),
        defect("ids", "(ids of pdq) fails its checksum", section(4)),
        defect("rows", "(rows of sha256) fails its checksum", section(5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void open_oneDefect_isRefusedWithItsReason(String name, String reason, Consumer<ByteBuffer> spoil)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(sound.clone()).order(ByteOrder.LITTLE_ENDIAN);
    spoil.accept(bytes);
    Path file = write(name.replace(' ', '-') + ".index", bytes.array());
    assertThatThrownBy(() -> SignalIndex.open(file, TYPES))
        .isInstanceOf(UnreadableSnapshotException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }

  @Test
  void open_cutAnywhere_isRefused() throws IOException {
    Path file = folder.resolve("cut.index");
    for (int length = 0; length < sound.length; length += length < 600 ? 7 : 40_013) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertThatThrownBy(() -> SignalIndex.open(file, TYPES))
          .as("cut to %d bytes", length)
          .isInstanceOf(UnreadableSnapshotException.class);
    }
  }

  @Test
  void open_offsetsThatWouldLeadAstray_areRefusedEvenWithAValidChecksum() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(sound.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int offsets = (int) bytes.getLong(24 + 40);
    bytes.putInt(offsets + 40, Integer.MAX_VALUE);
    resealSection(bytes, 0);
    Path file = write("astray.index", bytes.array());
    assertThatThrownBy(() -> SignalIndex.open(file, TYPES))
        .isInstanceOf(UnreadableSnapshotException.class)
        .hasMessageContaining("offsets of pdq are not ascending");
  }

  @Test
  void open_oneIdentifierInTablesAndRows_isRefused() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(sound.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int rows = (int) bytes.getLong(24 + 64 * 5 + 40);
    bytes.putLong(rows, 1007);
    resealSection(bytes, 5);
    Path file = write("shared-id.index", bytes.array());
    assertThatThrownBy(() -> SignalIndex.open(file, TYPES))
        .isInstanceOf(UnreadableSnapshotException.class)
        .hasMessageContaining("same identifier");
  }

  private static Arguments defect(String name, String reason, Consumer<ByteBuffer> spoil) {
    return Arguments.of(name, reason, spoil);
  }

  /// Changes the header and gives it a valid checksum again.
  private static Consumer<ByteBuffer> header(Consumer<ByteBuffer> change) {
    return bytes -> {
      change.accept(bytes);
      int end = 24 + 64 * 6;
      bytes.putInt(end, crc(bytes, 0, end));
    };
  }

  /// Changes a directory entry, whose bytes the change sees from 0.
  private static Consumer<ByteBuffer> entry(int entry, Consumer<ByteBuffer> change) {
    return header(
        bytes -> change.accept(bytes.slice(24 + 64 * entry, 64).order(ByteOrder.LITTLE_ENDIAN)));
  }

  /// Turns over one bit in the middle of a section.
  private static Consumer<ByteBuffer> section(int number) {
    return bytes -> {
      int entry = 24 + 64 * number;
      int middle = (int) (bytes.getLong(entry + 40) + bytes.getLong(entry + 48) / 2);
      bytes.put(middle, (byte) (bytes.get(middle) ^ 4));
    };
  }

  private static int ofKind(int table) {
    return SnapshotFormat.FIRST_TABLE + table;
  }

  private static void resealSection(ByteBuffer bytes, int number) {
    int entry = 24 + 64 * number;
    int checksum = crc(bytes, (int) bytes.getLong(entry + 40), (int) bytes.getLong(entry + 48));
    header(all -> all.putInt(entry + 36, checksum)).accept(bytes);
  }

  private static int crc(ByteBuffer bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.slice(from, length));
    return (int) checksum.getValue();
  }

  private static Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
