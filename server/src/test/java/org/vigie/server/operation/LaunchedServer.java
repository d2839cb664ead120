package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that the real launcher started, as a process of its own over the classes under test.
final class LaunchedServer implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("Vigie is ready after [0-9.]+ s: http://localhost:([0-9]+)");
  private static final Path LAUNCHER = Path.of("..", "vigie").toAbsolutePath().normalize();

  private final Process process;
  private final int port;

  private LaunchedServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// How a command ended.
  record Ended(int status, String out, String err) {}

  /// Starts a server on any port and returns when it says that it is ready.
  static LaunchedServer start(Path data) throws IOException {
    Process process = builder("run", "--port=0", "--data=" + data)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    List<String> said = new ArrayList<>();
    BufferedReader words = process.errorReader();
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      said.add(line);
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return new LaunchedServer(process, Integer.parseInt(ready.group(1)));
      }
    }
    throw new AssertionError("the server ended without being ready: " + said);
  }

  /// Runs one command to its end.
  static Ended run(Path folder, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        builder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("the command ended").isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static ProcessBuilder builder(String... words) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("VIGIE_CLASS_PATH", System.getProperty("java.class.path"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  int port() {
    return port;
  }

  /// Asks it to terminate and returns its exit status.
  int terminate() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("the server ended").isTrue();
    return process.exitValue();
  }

  /// Ends it without a word (SIGKILL).
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
