package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The processes behind a server that tests take away.
public final class ServerProcesses {
  private ServerProcesses() {}

  /// Ends the database without a word (SIGKILL).
  public static void killPostgres(Path data) throws IOException, InterruptedException {
    String pid =
        Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst();
    assertThat(new ProcessBuilder("kill", "-KILL", pid).start().waitFor()).isZero();
  }
}
