package org.vigie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Vigie of its own in a directory of its own, started as everybody starts it.
final class BenchServer implements AutoCloseable {
  private static final long START_SECONDS = 120;

  private final Path launcher;
  private final Path data;
  private final int port;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private BenchServer(Path launcher, Path data, int port, Process process) {
    this.launcher = launcher;
    this.data = data;
    this.port = port;
    this.process = process;
  }

  /// Starts a server and waits until it is ready.
  static BenchServer start(Path launcher) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("vigie-bench");
    int port = freePort();
    Process process = new ProcessBuilder(
            launcher.toString(), "run", "--data", data.toString(), "--port", "" + port)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    BenchServer server = new BenchServer(launcher, data, port, process);
    server.awaitReady();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("the server did not become ready");
      }
      Thread.sleep(100);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(uri("/health/ready")).build()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Makes an API key and returns it.
  String addKey(String... scopes) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(
        List.of(launcher.toString(), "keys", "add", "--data", data.toString(), "--name", "bench"));
    for (String scope : scopes) {
      command.addAll(List.of("--scope", scope));
    }
    Process keys =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(keys.getInputStream().readAllBytes());
    if (keys.waitFor() != 0) {
      throw new IllegalStateException("no key could be made");
    }
    return Stream.of(printed.split("\\s+", -1))
        .filter(word -> word.startsWith("vigie_"))
        .findFirst()
        .orElseThrow();
  }

  /// Returns the processor time of the server so far, all threads.
  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + data, e);
    }
  }
}
