package org.vigie.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that the real launcher started, as a process of its own over the class path of the
/// test that asks for it. Tests run in the folder of their module, beside the launcher's.
public final class LaunchedServer implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("Vigie is ready after [0-9.]+ s: http://localhost:([0-9]+)");
  private static final Path LAUNCHER = Path.of("..", "vigie").toAbsolutePath().normalize();
  private static final int MOST_MINUTES = 3;

  /// A command ends before the second compiler gains anything.
  private static final String SHORT = "-XX:TieredStopAtLevel=1";

  private final Process process;
  private final int port;

  private LaunchedServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// How a command ended.
  ///
  /// @param status of its process
  /// @param out its standard output
  /// @param err its standard error
  public record Ended(int status, String out, String err) {}

  /// Starts a server on any port and returns when it says that it is ready. Its log is the file
  /// `server.log` beside its data.
  ///
  /// @param options more options of `run`
  public static LaunchedServer start(Path data, String... options) throws IOException {
    return startWith("", data, options);
  }

  /// Starts a server whose JVM has more options, separated by spaces, such as `-Xmx160m`.
  public static LaunchedServer startWith(String jvmOptions, Path data, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("run", "--port=0", "--data=" + data));
    command.addAll(List.of(options));
    ProcessBuilder builder = builder(command);
    builder.environment().put("VIGIE_JAVA_OPTIONS", jvmOptions);
    Process process = builder
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(data.resolveSibling("server.log").toFile()))
        .start();
    return new LaunchedServer(process, portWhenReady(process));
  }

  private static int portWhenReady(Process process) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader words = process.errorReader();
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      said.add(line);
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return Integer.parseInt(ready.group(1));
      }
    }
    throw new AssertionError("the server ended without being ready: " + said);
  }

  /// Runs one command to its end.
  ///
  /// @param folder for its output
  public static Ended run(Path folder, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = builder(List.of(words));
    builder.environment().put("VIGIE_JAVA_OPTIONS", SHORT);
    Process process =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    await(process, MOST_MINUTES);
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void await(Process process, int minutes) throws InterruptedException {
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end within " + minutes + " min");
    }
  }

  private static ProcessBuilder builder(List<String> words) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("VIGIE_CLASS_PATH", System.getProperty("java.class.path"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /// Returns an address of this server, by a name in which browsers allow passkeys.
  ///
  /// @param path with its slash
  public URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Asks it to terminate and returns its exit status.
  public int terminate() throws InterruptedException {
    process.destroy();
    await(process, 1);
    return process.exitValue();
  }

  /// Ends it without a word (SIGKILL).
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
