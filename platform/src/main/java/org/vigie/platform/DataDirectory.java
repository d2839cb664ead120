package org.vigie.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// The folder of one installation, held by this process alone until it is closed.
///
/// The hold is a lock of the operating system, so it ends with the process however that dies.
/// The layout is in this package's documentation. Threads: any.
public final class DataDirectory implements AutoCloseable {
  private final Path root;
  private final DirectoryLock lock;

  private DataDirectory(Path root, DirectoryLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /// Makes the folder if it is not there, checks it and locks it.
  ///
  /// @throws DataDirectoryInUseException if a process, this one included, holds it
  /// @throws UnusableDataDirectoryException if it cannot be Vigie's
  public static DataDirectory open(Path folder) {
    try {
      Files.createDirectories(folder);
      return lock(folder.toRealPath());
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static DataDirectory lock(Path root) throws IOException {
    Layout.check(root);
    DirectoryLock lock = DirectoryLock.of(root);
    try {
      Layout.complete(root);
      return new DataDirectory(root, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Makes the folder a data directory with content from elsewhere, whole or not at all: until the
  /// content is complete and on disk, the folder cannot be opened.
  ///
  /// @throws UnusableDataDirectoryException if the folder is not empty, or cannot be written to
  public static void restore(Path folder, RestoredContent content) {
    try {
      Files.createDirectories(folder);
      Path root = folder.toRealPath();
      Layout.checkEmpty(root);
      try (DirectoryLock _ = DirectoryLock.of(root)) {
        Layout.restore(root, content);
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static UnusableDataDirectoryException unusable(Path folder, IOException failure) {
    UnusableDataDirectoryException unusable = failure instanceof FileAlreadyExistsException
        ? new UnusableDataDirectoryException(
            folder, Defect.NOT_A_DIRECTORY, "a file stands there; give a folder with --data")
        : new UnusableDataDirectoryException(folder, Defect.NOT_WRITABLE, sentenceOf(failure));
    unusable.initCause(failure);
    return unusable;
  }

  private static String sentenceOf(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e -> "this user may not write to " + e.getFile();
      case NoSuchFileException e -> "there is no " + e.getFile();
      case FileSystemException e -> e.getFile() + ": " + e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  /// Returns the folder itself, with all links resolved.
  public Path root() {
    return root;
  }

  /// Returns where [KeyRing] keeps its secrets.
  public Path keys() {
    return root.resolve("keys");
  }

  /// Returns where PostgreSQL keeps its files; owned by the user it runs as.
  public Path postgres() {
    return root.resolve("postgres");
  }

  /// Returns where [org.vigie.platform.blob.FolderBlobs] keeps its blobs.
  public Path blobs() {
    return root.resolve("blobs");
  }

  /// Returns the folder of the signal index's snapshots.
  public Path index() {
    return root.resolve("index");
  }

  /// Returns the folder of log files.
  public Path logs() {
    return root.resolve("logs");
  }

  /// Lets go of the folder; another process may then hold it.
  @Override
  public void close() {
    lock.close();
  }
}
