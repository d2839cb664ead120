package org.vigie.platform.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program and its arguments, run in `/` with an environment that holds nothing of ours.
record Command(List<String> words) {
  Command {
    words = List.copyOf(words);
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  /// Returns this command as the last words of another.
  Command after(List<String> prefix) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(words);
    return new Command(all);
  }

  /// Returns a process that is yet to be started, with one stream for all it writes.
  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(Path.of("/").toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !name.equals("PATH"));
    environment.putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
    return builder;
  }

  /// Runs the command to its end.
  Ended run(String input) throws IOException {
    Process process = builder().start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It ended without reading: its exit status and output say why.
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Ended(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + words.getFirst(), e);
    }
  }

  /// Says whether the command can be run and ends well.
  boolean succeeds() {
    try {
      return run("").status() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /// The result of a program.
  record Ended(int status, String output) {
    /// Returns the line that most likely names the error.
    String complaint() {
      return Complaint.in(output);
    }
  }
}
