package org.vigie.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.Layout;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// A file in the data directory while the town is being made, so that an unfinished town is never
/// shown as a complete one.
final class TownMark {
  private static final String TEXT = "The town of this demonstration is being made.\n";

  private final Path folder;
  private final Path file;

  TownMark(DataDirectory directory) {
    folder = directory.root();
    file = folder.resolve(Layout.TOWN_UNFINISHED);
  }

  /// @throws UnusableDataDirectoryException if an earlier run was killed while it made the town
  void refuseHalfATown() {
    if (Files.exists(file)) {
      throw new UnusableDataDirectoryException(
          folder,
          Defect.DAMAGED,
          "Vigie was stopped while it made the town of this demonstration; delete the folder and start again");
    }
  }

  void set() throws IOException {
    DurableFiles.write(file, TEXT.getBytes(UTF_8));
  }

  void remove() throws IOException {
    Files.delete(file);
  }
}
