package org.vigie.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that ends with the JVM.
final class TemporaryFolder {
  private TemporaryFolder() {}

  static Path make() {
    try {
      return Files.createTempDirectory("vigie-e2e");
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the tests", e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the tests' folder cannot be removed", e);
    }
  }
}
