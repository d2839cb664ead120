package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A [HostMain] in a process of its own.
record Host(Process process, BufferedReader output, Path folder) implements AutoCloseable {
  static Host start(Path folder) throws IOException {
    return start(folder, ParentWatch.KERNEL, List.of(), System.getProperty("java.class.path"));
  }

  /// @param prefix words before `java`, which say as whom it runs
  static Host start(Path folder, ParentWatch watch, List<String> prefix, String classPath)
      throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classPath,
        HostMain.class.getName(),
        folder.toString(),
        watch.name()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.directory(new File("/"));
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
    builder.environment().put("XDG_CACHE_HOME", folder.resolveSibling("cache").toString());
    Process process = builder.start();
    return new Host(process, process.inputReader(StandardCharsets.UTF_8), folder);
  }

  /// Returns the one line with the outcome of the start.
  String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  /// Returns the login once the start has succeeded.
  PostgresAccess access() throws IOException {
    String line = line();
    assertThat(line).startsWith("ready ");
    String[] words = line.split(" ", -1);
    return new PostgresAccess(words[1], words[2], words[3]);
  }

  /// Returns the postmaster, which is not this process's child.
  ProcessHandle postmaster() throws IOException {
    return postmasterIn(folder);
  }

  static ProcessHandle postmasterIn(Path folder) throws IOException {
    Path file = folder.resolve("postgres/data/postmaster.pid");
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow())).orElseThrow();
    }
  }

  /// Kills the process with SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Lets the process end.
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
