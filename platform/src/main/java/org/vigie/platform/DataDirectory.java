package org.vigie.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// The folder of one installation, held by this process alone until it is closed.
///
/// The hold is a lock of the operating system, so it ends with the process however that dies.
/// The layout is in this package's documentation. Threads: any.
public final class DataDirectory implements AutoCloseable {
  /// The version of the layout that this code writes.
  public static final int LAYOUT = 1;

  private static final String VERSION = "VERSION";
  private static final List<String> NOT_CONTENT = List.of("lost+found", DirectoryLock.FILE);
  private static final List<String> FOLDERS = List.of("keys", "postgres", "index", "logs");

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
    refuseForeign(root);
    DirectoryLock lock = DirectoryLock.of(root);
    try {
      prepare(root);
      return new DataDirectory(root, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Keeps us from settling, and narrowing permissions, in somebody's home directory.
  private static void refuseForeign(Path root) throws IOException {
    if (Files.exists(root.resolve(VERSION))) {
      checkVersion(root);
      return;
    }
    try (Stream<Path> content = Files.list(root)) {
      if (content.anyMatch(file -> !NOT_CONTENT.contains(file.getFileName().toString()))) {
        throw new UnusableDataDirectoryException(
            root,
            Defect.NOT_OURS,
            "it has content and no VERSION file, so it is not Vigie's; give an empty folder");
      }
    }
  }

  private static void checkVersion(Path root) throws IOException {
    String text = Files.readString(root.resolve(VERSION), StandardCharsets.ISO_8859_1);
    if (!text.matches("[1-9][0-9]{0,8}\n")) {
      throw new UnusableDataDirectoryException(
          root, Defect.DAMAGED, "its VERSION file does not hold one number");
    }
    int version = Integer.parseInt(text.strip());
    if (version > LAYOUT) {
      throw new UnusableDataDirectoryException(
          root,
          Defect.MADE_BY_NEWER_VIGIE,
          "a newer Vigie made it (layout " + version + ", this one knows " + LAYOUT
              + "); start that version or restore a backup of this one");
    }
  }

  private static void prepare(Path root) throws IOException {
    // Others may pass through, not look around: PostgreSQL may have to run as another user.
    DurableFiles.permit(root, OwnUser.isRoot() ? "rwx--x--x" : "rwx------");
    if (Files.notExists(root.resolve(VERSION))) {
      byte[] version = (LAYOUT + "\n").getBytes(StandardCharsets.US_ASCII);
      DurableFiles.write(root.resolve(VERSION), version);
    }
    for (String folder : FOLDERS) {
      DurableFiles.makeFolder(root.resolve(folder));
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

  /// Returns where snapshots of the signal index stand.
  public Path index() {
    return root.resolve("index");
  }

  /// Returns where log files stand.
  public Path logs() {
    return root.resolve("logs");
  }

  /// Lets go of the folder; another process may then hold it.
  @Override
  public void close() {
    lock.close();
  }
}
