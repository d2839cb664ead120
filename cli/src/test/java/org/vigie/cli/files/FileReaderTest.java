package org.vigie.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;

class FileReaderTest {
  /// RFC 1321, A.5: MD5 of `abc`.
  private static final Digest MD5_OF_ABC = DigestType.MD5.parse("900150983cd24fb0d6963f7d28e17f72");

  /// FIPS 180-2, B.1: SHA-256 of `abc`.
  private static final Digest SHA256_OF_ABC =
      DigestType.SHA256.parse("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  @TempDir
  private Path directory;

  private Path file = Path.of("");

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(directory.resolve("abc"), "abc");
  }

  @Test
  void file_withinTheCap_isDigestedAndHandedOn() throws InterruptedException {
    assertThat(read(3, 3))
        .isEqualTo(new FileReading.Read<>(digests(), Optional.of("abc".length())));
  }

  @Test
  void file_overTheCap_isDigestedOnly() throws InterruptedException {
    assertThat(read(3, 2)).isEqualTo(new FileReading.Read<>(digests(), Optional.empty()));
  }

  @Test
  void file_grownSinceFound_isChanged() throws InterruptedException {
    assertThat(cause(read(2, 9))).isEqualTo(Cause.CHANGED);
  }

  @Test
  void file_shrunkSinceFound_isChanged() throws InterruptedException {
    assertThat(cause(read(4, 9))).isEqualTo(Cause.CHANGED);
  }

  @Test
  void file_overTheCapAndChanged_isChanged() throws InterruptedException {
    assertThat(cause(read(4, 2))).isEqualTo(Cause.CHANGED);
  }

  @Test
  void file_removedSinceFound_isChanged() throws IOException, InterruptedException {
    Files.delete(file);
    assertThat(cause(read(3, 9))).isEqualTo(Cause.CHANGED);
  }

  @Test
  void file_largerThanTheWholeBudget_isReadAlone() throws InterruptedException {
    FileReader reader = new FileReader(Set.of(), 9, new ByteBudget(1));
    assertThat(reader.read(new Found.RegularFile(file, 3), bytes -> bytes.length))
        .isEqualTo(new FileReading.Read<>(Map.of(), Optional.of(3)));
  }

  private FileReading<Integer> read(long size, int maxBytes) throws InterruptedException {
    Set<DigestType> types = Set.of(DigestType.MD5, DigestType.SHA256);
    return new FileReader(types, maxBytes, new ByteBudget(1 << 20))
        .read(new Found.RegularFile(file, size), bytes -> bytes.length);
  }

  private static Map<DigestType, Digest> digests() {
    return Map.of(DigestType.MD5, MD5_OF_ABC, DigestType.SHA256, SHA256_OF_ABC);
  }

  private static Cause cause(FileReading<Integer> reading) {
    return switch (reading) {
      case FileReading.NotRead<Integer>(Failure failure) -> failure.cause();
      case FileReading.Read<Integer> read -> throw new AssertionError(read);
    };
  }
}
