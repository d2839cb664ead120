package org.vigie.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Vigie of its own in a directory of its own, started as everybody starts it.
public final class BenchServer implements AutoCloseable {
  private static final long START_SECONDS = 300;
  private static final long STOP_SECONDS = 60;
  private static final Pattern READY =
      Pattern.compile("Vigie is ready after [0-9.]+ s: http://localhost:([0-9]+)");
  private static final String RESIDENT = "VmRSS:";
  private static final int KILO = 1024;

  /// The state of a connection in `/proc/net/tcp`.
  private static final String ESTABLISHED = "01";

  private final Path launcher;
  private final Path data;
  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final CompletableFuture<URI> enrolmentLink = new CompletableFuture<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// Processor time in seconds: of the server, all its threads with compiler and collector, and
  /// of its database.
  public record Cpu(double server, double database) {
    public Cpu since(Cpu before) {
      return new Cpu(server - before.server, database - before.database);
    }
  }

  private BenchServer(Path launcher, Path data, Process process) {
    this.launcher = launcher;
    this.data = data;
    this.process = process;
  }

  /// Starts a server and waits until it is ready.
  public static BenchServer start(Path launcher) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("vigie-bench");
    Process process = new ProcessBuilder(
            launcher.toString(), "run", "--data", data.toString(), "--port=0")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    // The server ends with this process.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    BenchServer server = new BenchServer(launcher, data, process);
    Thread.ofPlatform().daemon().start(server::passOnErrors);
    server.awaitReady();
    return server;
  }

  /// Copies the server's standard error to this process, and keeps the port that it names and the
  /// link that it prints for the first administrator.
  private void passOnErrors() {
    try (BufferedReader lines = process.errorReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.err.println(line);
        Matcher ready = READY.matcher(line);
        if (ready.matches()) {
          port.complete(Integer.valueOf(ready.group(1)));
        }
        if (line.contains("/enrol/")) {
          enrolmentLink.complete(URI.create(line.strip()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("standard error of the server cannot be read", e);
    }
  }

  /// Returns the link by which the first administrator signs up.
  public URI enrolmentLink() {
    return enrolmentLink.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
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
      return port.isDone()
          && send(HttpRequest.newBuilder(uri("/health/ready")).build()).statusCode() == 200;
    } catch (IOException _) {
      // Until it is ready, the server refuses connections or closes them unanswered.
      return false;
    }
  }

  public int port() {
    return port.join();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Makes an API key that is let through as fast as any, and returns it.
  ///
  /// @param scopes with commas between
  public String addKey(String scopes) throws IOException, InterruptedException {
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
  public Cpu cpu() {
    double children = process.descendants().mapToDouble(BenchServer::seconds).sum();
    return new Cpu(seconds(process.toHandle()), children);
  }

  /// A process that has just ended has no time any more.
  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /// Returns the server's resident memory in bytes, without its database.
  public long memory() {
    return lines(Path.of("/proc/" + process.pid() + "/status"))
        .filter(line -> line.startsWith(RESIDENT))
        .mapToLong(line -> KILO
            * Long.parseLong(line.substring(RESIDENT.length()).replace("kB", "").strip()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the kernel does not tell the memory"));
  }

  /// Returns the number of established connections to the server's port. A kernel without IPv6 has
  /// no table of it.
  public int connections() {
    String local = ":%04X".formatted(port());
    return (int) Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .map(Path::of)
        .filter(Files::exists)
        .flatMap(BenchServer::lines)
        .map(line -> line.strip().split(" +", 5))
        .filter(cells -> cells[1].endsWith(local) && cells[3].equals(ESTABLISHED))
        .count();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException("a table of the kernel cannot be read: " + file, e);
    }
  }

  /// Returns the bytes of the files in the data directory, without the database's log of changes,
  /// which it keeps within bounds.
  public long disk() {
    Sizes sizes = new Sizes();
    try {
      Files.walkFileTree(data, sizes);
    } catch (IOException e) {
      throw new UncheckedIOException("the data directory cannot be read", e);
    }
    return sizes.bytes;
  }

  /// Adds up the sizes of files, without the database's log of changes.
  private static final class Sizes extends SimpleFileVisitor<Path> {
    private long bytes;

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return directory.endsWith("pg_wal") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        // The server deleted it during the walk.
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
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
