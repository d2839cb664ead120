package org.vigie.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// The working tree of the tests.
final class Repository {
  /// The directory of the launcher.
  static final Path ROOT = find();

  private Repository() {}

  private static Path find() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(directory.resolve("vigie"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new AssertionError("the tests do not run inside the repository");
      }
    }
    return directory;
  }
}
