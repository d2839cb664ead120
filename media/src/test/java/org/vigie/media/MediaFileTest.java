package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;
import org.vigie.media.Frames.FrameOutcome;

/// A file on a disk and the same bytes in memory give equal results, and a still picture is one
/// frame.
final class MediaFileTest {
  private final LumaSource source = LumaSources.inProcess();

  @TempDir
  private Path folder;

  static Stream<VectorFile> pictures() {
    return VectorFile.pictures().filter(file -> LumaSources.hasNatives() || !file.isWebp());
  }

  private MediaFile stored(byte[] bytes) throws IOException {
    return MediaFile.at(Files.write(folder.resolve("media"), bytes));
  }

  private static Frames opened(OpenOutcome outcome) {
    assertThat(outcome).isInstanceOf(OpenOutcome.Opened.class);
    return ((OpenOutcome.Opened) outcome).frames();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void decode_fileOnADisk_givesTheSamplesOfItsBytes(VectorFile file) throws IOException {
    Decoded held = Outcomes.decoded(Outcomes.decode(source, file.bytes()));
    Decoded read = Outcomes.decoded(source.decode(stored(file.bytes())));

    assertThat(read.format()).isEqualTo(held.format());
    assertThat(read.width()).isEqualTo(held.width());
    assertThat(read.height()).isEqualTo(held.height());
    assertThat(Outcomes.samples(read.luma())).isEqualTo(Outcomes.samples(held.luma()));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void frames_ofAPicture_areOneAtZero(VectorFile file) throws IOException {
    Decoded whole = Outcomes.decoded(Outcomes.decode(source, file.bytes()));
    try (Frames frames = opened(source.open(stored(file.bytes()), Deadline.NONE))) {
      assertThat(frames.format()).isEqualTo(whole.format());
      assertThat(frames.width()).isEqualTo(whole.width());
      assertThat(frames.height()).isEqualTo(whole.height());
      FrameOutcome first = frames.next();
      assertThat(first).isInstanceOf(Frames.Frame.class);
      assertThat(((Frames.Frame) first).at()).isEqualTo(Duration.ZERO);
      assertThat(frames.next()).isEqualTo(new FrameOutcome.End());
    }
  }

  @Test
  void open_fileOnADiskThatIsNone_saysWhatItsBytesSay() throws IOException {
    Outcomes.assertCause(source.decode(stored(new byte[0])), Cause.EMPTY);
    Outcomes.assertCause(source.decode(stored(new byte[] {1, 2, 3})), Cause.UNKNOWN_FORMAT);
    byte[] cut = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    Outcomes.assertCause(source.decode(stored(cut)), Cause.TRUNCATED);
  }

  /// A film is no picture, and its gigabytes are not read to learn that.
  @Test
  void open_hugeFileOnADisk_isNotReadIntoMemory() throws IOException {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(3L << 30); // sparse
    }
    Outcomes.assertCause(source.decode(MediaFile.at(huge)), Cause.UNKNOWN_FORMAT);
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    }
    Outcomes.assertCause(source.decode(MediaFile.at(huge)), Cause.UNSUPPORTED);
  }

  @Test
  void open_fileThatIsGone_isADefectOfTheDiskAndNoOutcome() throws IOException {
    MediaFile file = stored(new byte[] {1});
    Files.delete(folder.resolve("media"));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> source.open(file, Deadline.NONE));
  }

  @Test
  void toString_ofAFile_tellsItsSizeOnly() throws IOException {
    assertThat(stored(new byte[] {1, 2})).hasToString("Stored[2 bytes]");
    assertThat(MediaFile.of(new byte[] {1, 2})).hasToString("Held[2 bytes]");
  }
}
