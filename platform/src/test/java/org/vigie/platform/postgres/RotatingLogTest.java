package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log of bounded length that never stops its writer.
class RotatingLogTest {
  @TempDir
  Path folder;

  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("x.log");
  }

  private static void write(RotatingLog log, String text) {
    log.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void write_full_keepsTheLastFilesInOrder() throws IOException {
    RotatingLog log = new RotatingLog(file, 10, 2);
    for (String line : new String[] {"aaaa\n", "bbbb\n", "cccc\n", "dddd\n", "eeee\n", "ffff\n"}) {
      write(log, line);
    }
    write(log, "g\n");
    assertThat(file).hasContent("g\n");
    assertThat(folder.resolve("x.log.1")).hasContent("eeee\nffff\n");
    assertThat(folder.resolve("x.log.2")).hasContent("cccc\ndddd\n");
    assertThat(folder).isDirectoryNotContaining("glob:**x.log.3");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void write_anotherStart_appends() {
    write(new RotatingLog(file, 100, 2), "one\n");
    write(new RotatingLog(file, 100, 2), "two\n");
    assertThat(file).hasContent("one\ntwo\n");
  }

  @Test
  void write_impossibleForAWhile_tellsHowMuchIsMissing() throws IOException {
    Path later = folder.resolve("later/x.log");
    RotatingLog log = new RotatingLog(later, 1000, 2);
    write(log, "12345");
    write(log, "678");
    Files.createDirectory(later.getParent());
    write(log, "seen\n");
    assertThat(later).hasContent("8 bytes could not be written here\nseen\n");
  }
}
