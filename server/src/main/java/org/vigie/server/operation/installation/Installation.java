package org.vigie.server.operation.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.Layout;
import org.vigie.server.operation.console.RefusedException;

/// The installation that a command is about.
///
/// @param folder its data directory, absolute
/// @param config the file of settings that was asked for
/// @param demo whether its content is all made up
public record Installation(Path folder, Optional<Path> config, boolean demo) {
  private static final String DEMO_TEXT = "Everything in this installation is made up.\n";

  /// Takes hold of the data directory, which is made and marked if it is new.
  ///
  /// @throws RefusedException if made-up content would meet real content
  /// @throws org.vigie.platform.DataDirectoryInUseException if another process holds it
  /// @throws org.vigie.platform.UnusableDataDirectoryException if it cannot be Vigie's
  public DataDirectory open() {
    boolean isNew = !exists();
    checkMark(isNew);
    DataDirectory directory = DataDirectory.open(folder);
    if (isNew && demo) {
      mark(directory);
    }
    return directory;
  }

  /// Returns whether the folder holds an installation.
  public boolean exists() {
    return Files.exists(folder.resolve("VERSION"));
  }

  /// Returns whether the folder's content is marked as made up; a backup keeps the mark.
  public boolean isMarked() {
    return Files.exists(folder.resolve(Layout.DEMO));
  }

  private void checkMark(boolean isNew) {
    boolean marked = isMarked();
    if (demo && !isNew && !marked) {
      throw new RefusedException(
          "the data directory " + folder
              + " holds a real installation, where made-up content must not go: leave out --demo, or give another folder with --data");
    }
    if (!demo && marked) {
      throw new RefusedException(
          "the data directory " + folder
              + " holds a demonstration, where real content must not go: add --demo, or give another folder with --data");
    }
  }

  private static void mark(DataDirectory directory) {
    try {
      DurableFiles.write(
          directory.root().resolve(Layout.DEMO), DEMO_TEXT.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
