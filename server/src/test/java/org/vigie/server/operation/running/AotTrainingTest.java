package org.vigie.server.operation.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The making of the start cache, with a shell in the place of the second server.
final class AotTrainingTest {
  @TempDir
  private Path root;

  @BeforeEach
  void requireShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no /bin/sh");
  }

  @Test
  @Timeout(30)
  void close_whileTheProcessIgnoresRequests_killsItWithItsChildrenAndClears() throws Exception {
    Path folder = trainingFolder();
    Process process = shell("trap '' TERM INT; sleep 600 & echo begun; wait");
    try (BufferedReader words = process.inputReader()) {
      assertThat(words.readLine()).isEqualTo("begun");
      List<ProcessHandle> children = process.descendants().toList();
      Path unfinished = Files.createFile(root.resolve("cache.aot.unfinished"));
      Path config = Files.createFile(root.resolve("cache.aot.unfinished.config"));
      new AotTraining(root.resolve("cache.aot"), folder, process).close();
      assertThat(process.isAlive()).isFalse();
      assertThat(children).hasSize(1).noneMatch(ProcessHandle::isAlive);
      assertThat(folder).doesNotExist();
      assertThat(unfinished).doesNotExist();
      assertThat(config).doesNotExist();
      assertThat(root.resolve("cache.aot")).doesNotExist();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(30)
  void processThatEndsWell_leavesTheCacheAndNothingElse() throws Exception {
    Path folder = trainingFolder();
    Files.writeString(root.resolve("cache.aot.unfinished"), "classes");
    Process process = shell("exit 0");
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    AotTraining training = new AotTraining(root.resolve("cache.aot"), folder, process);
    training.awaitSettled();
    assertThat(root.resolve("cache.aot")).hasContent("classes");
    assertThat(folder).doesNotExist();
    training.close();
    assertThat(root.resolve("cache.aot")).exists();
  }

  private Path trainingFolder() throws IOException {
    Path folder = Files.createDirectories(root.resolve("training"));
    Files.writeString(folder.resolve("VERSION"), "1");
    return folder;
  }

  private static Process shell(String script) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", script).start();
  }
}
