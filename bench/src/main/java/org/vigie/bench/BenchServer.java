package org.vigie.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Vigie of its own in a directory of its own, started as everybody starts it.
final class BenchServer implements AutoCloseable {
  private static final long START_SECONDS = 300;
  private static final long STOP_SECONDS = 60;

  private final Path launcher;
  private final Path data;
  private final int port;
  private final Process process;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// Processor time in seconds: of the server, all its threads with compiler and collector, and
  /// of its database.
  record Cpu(double server, double database) {
    Cpu since(Cpu before) {
      return new Cpu(server - before.server, database - before.database);
    }
  }

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
    // Whatever ends this process, the server does not stay behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BenchServer server = new BenchServer(launcher, data, port, process);
    server.awaitReady();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!isReady()) {
      boolean alive = process.isAlive();
      if (!alive || System.nanoTime() > end) {
        close();
        throw new IllegalStateException(
            alive ? "the server is not ready after " + START_SECONDS + " s" : "the server ended");
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

  /// Makes an API key that is let through as fast as any, and returns it.
  ///
  /// @param scopes with commas between
  String addKey(String scopes) throws IOException, InterruptedException {
    Process keys = new ProcessBuilder(
            launcher.toString(),
            "keys",
            "add",
            "--data=" + data,
            "--name=bench",
            "--scope=" + scopes,
            "--rate=1000000")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String printed = new String(keys.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keys.waitFor() != 0) {
      throw new IllegalStateException("no key could be made");
    }
    return printed.strip();
  }

  /// Returns the processor time so far.
  Cpu cpu() {
    double children = process.descendants().mapToDouble(BenchServer::seconds).sum();
    return new Cpu(seconds(process.toHandle()), children);
  }

  /// A process that has just ended has no time any more.
  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
