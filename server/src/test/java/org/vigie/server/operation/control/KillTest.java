package org.vigie.server.operation.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.server.operation.ServerProcesses;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.testkit.LaunchedServer;

/// After the death of any process at any time, acknowledged changes are there.
@Tag("slow")
final class KillTest {
  private static final int WRITERS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir
  private Path root;

  /// Keys that the server has acknowledged.
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  private final BlockingQueue<String> latest = new LinkedBlockingQueue<>();
  private volatile boolean ended;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void killedUnderLoad_firstTheDatabaseThenTheServer_nothingAcknowledgedIsLost() throws Exception {
    Path data = root.resolve("data");
    try (LaunchedServer server = LaunchedServer.start(data)) {
      for (int i = 0; i < WRITERS; i++) {
        Thread.ofVirtual().start(() -> write(data));
      }
      awaitMore(30);
      ServerProcesses.killPostgres(data);
      latest.clear();
      awaitMore(30);
      server.kill();
      ended = true;
    }
    Set<String> promised = Set.copyOf(acknowledged);
    try (LaunchedServer server = LaunchedServer.start(data)) {
      assertThat(keysIn(data)).hasSizeGreaterThanOrEqualTo(60).containsAll(promised);
      assertThat(server.terminate()).isEqualTo(143);
    }
  }

  private void write(Path data) {
    while (!ended) {
      Said said = new Said();
      try {
        int status = said.errand(data, "keys", "add", "--name=load", "--scope=scan");
        if (status == ExitStatus.DONE) {
          String id = said.out().split("_", -1)[1];
          acknowledged.add(id);
          latest.add(id);
        }
      } catch (RefusedException _) {
        // The server is gone; nothing was acknowledged.
      }
    }
  }

  private void awaitMore(int keys) throws InterruptedException {
    for (int i = 0; i < keys; i++) {
      assertThat(latest.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("another key is acknowledged")
          .isNotNull();
    }
  }

  private static Set<String> keysIn(Path data) {
    Said said = new Said();
    assertThat(said.errand(data, "keys", "list")).isEqualTo(ExitStatus.DONE);
    return said.out()
        .lines()
        .skip(1)
        .map(row -> row.split("\t", -1)[0])
        .collect(Collectors.toSet());
  }

  /// The output of a command.
  private static final class Said {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int errand(Path data, String... words) {
      Console console = new Console(
          new PrintStream(bytes, true, StandardCharsets.UTF_8),
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          false);
      return ControlSocket.in(data).send(List.of(words), console);
    }

    String out() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
