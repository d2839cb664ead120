package org.vigie.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;

/// A data directory as it is after its first start, made once and copied for every test that is
/// not about that start: `initdb` takes longer than most of these tests.
final class PreparedData {
  private static final Path MADE = make();

  private PreparedData() {}

  private static Path make() {
    try {
      // Others may pass the folder above as little as those of tests: it says who owns the files.
      Path above = Files.createTempDirectory("vigie-prepared");
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(above)));
      Path folder = above.resolve("data");
      try (DataDirectory directory = DataDirectory.open(folder)) {
        Cluster.in(directory).prepare(Credentials.of(directory));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no directory to copy", e);
    }
  }

  private static void delete(Path folder) {
    try {
      DurableFiles.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("what was copied cannot be removed", e);
    }
  }

  /// Makes the folder such a data directory, with the same secrets.
  static void copyTo(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(MADE)) {
      files = all.toList();
    }
    for (Path file : files) {
      Files.copy(file, folder.resolve(MADE.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
