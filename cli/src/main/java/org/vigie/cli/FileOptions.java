package org.vigie.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// The options of every command that reads files.
final class FileOptions {
  private static final int LARGEST_CAP = 1 << 30;

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli injects it before anything else happens
  private CommandSpec command;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = {
        "Files and folders. Folders are walked sorted by name, symbolic links followed."
      })
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--json",
      description = "Write one JSON object a line instead of a tab-separated table.")
  private boolean json;

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      defaultValue = "268435456",
      description = {
        "Decode no file larger than this (default: ${DEFAULT-VALUE}, 256 MiB). Larger",
        "ones are only digested, at any size, and get a row with cause TOO_LARGE."
      })
  private int maxBytes = 256 << 20;

  /// Refuses meaningless values that picocli accepts, before anything is read.
  ///
  /// A script passes an empty path if its variable is not set. The system would treat it as the
  /// current directory.
  void check() {
    Ranges.check(command, "--max-bytes", maxBytes, 1, LARGEST_CAP);
    if (paths.stream().anyMatch(path -> path.toString().isEmpty())) {
      throw new ParameterException(command.commandLine(), "a PATH is empty");
    }
  }

  List<Path> paths() {
    return paths;
  }

  boolean json() {
    return json;
  }

  int maxBytes() {
    return maxBytes;
  }
}
