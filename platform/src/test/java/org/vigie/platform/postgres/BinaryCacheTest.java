package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that are unpacked once, verified, and whole.
@Tag("slow")
class BinaryCacheTest {
  private static final PostgresArchive ARCHIVE = PostgresArchive.forThisMachine();

  @TempDir
  Path folder;

  private static boolean runs(Binaries binaries) {
    return Command.of(binaries.postgres(), "--version").succeeds();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void binaries_threadsAtOnce_unpackOnceForAll() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Callable<Binaries> unpacking = () -> new BinaryCache(folder).binaries(ARCHIVE);
      for (Future<Binaries> binaries :
          threads.invokeAll(List.of(unpacking, unpacking, unpacking))) {
        assertThat(runs(binaries.get())).isTrue();
      }
    }
    assertThat(names()).containsExactly(ARCHIVE.folder(), ARCHIVE.folder() + ".lock");
  }

  @Test
  void binaries_damagedOrBrokenOff_areUnpackedAgain() throws IOException {
    BinaryCache cache = new BinaryCache(folder);
    Binaries binaries = cache.binaries(ARCHIVE);
    Files.write(Path.of(binaries.postgres()), new byte[] {1, 2, 3});
    Files.createDirectory(folder.resolve(".unpacking-" + ARCHIVE.folder() + "-123"));
    assertThat(runs(binaries)).isFalse();
    assertThat(runs(cache.binaries(ARCHIVE))).isTrue();
    assertThat(names()).containsExactly(ARCHIVE.folder(), ARCHIVE.folder() + ".lock");
  }

  @Test
  void binaries_archiveOfAnotherDigest_areRefusedAndNotThere() {
    PostgresArchive other = new PostgresArchive(ARCHIVE.resource(), "0".repeat(64));
    assertThatThrownBy(() -> new BinaryCache(folder).binaries(other))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessageContaining(ARCHIVE.resource());
    assertThat(folder.resolve(other.folder())).doesNotExist();
  }

  @Test
  void archive_machineWithoutOne_isNamed() {
    assertThatThrownBy(() -> PostgresArchive.of("Windows 11", "amd64"))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessageContaining("Windows 11 on amd64");
    assertThat(PostgresArchive.of("Linux", "aarch64").resource())
        .isEqualTo("postgres-linux-arm_64.txz");
    assertThat(PostgresArchive.of("Mac OS X", "aarch64").resource())
        .isEqualTo("postgres-darwin-arm_64.txz");
  }
}
