package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testkit.Eventually;
import org.vigie.testkit.LaunchedServer;

/// A real server on a real disk that runs full: 320 MB in memory, for which the test has to be
/// allowed to mount.
@Tag("slow")
final class FullDiskProcessTest {
  private static final int PIECE = 1 << 20;
  private static final int UNREADY = 503;

  @TempDir
  private Path root;

  private Path disk() {
    return root.resolve("disk");
  }

  @BeforeEach
  void mount() throws Exception {
    Files.createDirectories(disk());
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", disk().toString());
    Assumptions.assumeTrue(
        mounted, "this user may not mount a file system, so no real disk was filled");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk().toString());
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void disk_filledAndCleared_isReportedAndTheServerContinues() throws Exception {
    Path config = Files.writeString(root.resolve("c.yaml"), "vigie.disk.min-free: 40MB\n");
    try (LaunchedServer server =
        LaunchedServer.start(disk().resolve("data"), "--config=" + config)) {
      assertThat(status(server, "GET", "/health/ready")).isEqualTo(200);
      fillUpTo(5_000_000);
      Eventually.holds(() -> status(server, "GET", "/health/ready") == UNREADY);
      Eventually.holds(() -> status(server, "POST", "/api/v1/scans") == 507);
      assertThat(status(server, "POST", "/report/notices")).isEqualTo(507);
      assertThat(status(server, "GET", "/sign-in")).isEqualTo(200);
      fillUpTo(0);
      assertThat(status(server, "GET", "/health/live")).isEqualTo(200);
      Files.delete(filler());
      Eventually.holds(() -> status(server, "GET", "/health/ready") == 200);
      assertThat(status(server, "POST", "/api/v1/scans"))
          .as("refused for another reason")
          .isEqualTo(415);
      assertThat(server.isAlive()).isTrue();
    }
  }

  private Path filler() {
    return disk().resolve("filler");
  }

  /// Leaves at most so many bytes.
  private void fillUpTo(long left) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (disk().toFile().getUsableSpace() > left) {
        out.write(new byte[PIECE]);
      }
    } catch (IOException e) {
      assertThat(left).as("what is to be left on a disk that is full").isZero();
    }
  }

  private static int status(LaunchedServer server, String method, String path) {
    try {
      HttpURLConnection call = (HttpURLConnection) server.address(path).toURL().openConnection();
      call.setRequestMethod(method);
      call.setReadTimeout(20_000);
      return call.getResponseCode();
    } catch (IOException e) {
      return -1;
    }
  }
}
