package org.vigie.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// The layout of a data directory, as this package's documentation describes.
///
/// `VERSION` comes first when a directory is made and last when one is restored, so a folder
/// that has it is complete or can be completed.
public final class Layout {
  /// The version that this code writes.
  public static final int NUMBER = 1;

  /// The name of the file that says that everything in the installation is made up.
  public static final String DEMO = "DEMO";

  /// The name of the file that says that the making of a demonstration has not ended.
  public static final String TOWN_UNFINISHED = "TOWN-UNFINISHED";

  /// The names of files that mark the whole content, and are copied with it.
  public static final List<String> MARKS = List.of(DEMO, TOWN_UNFINISHED);

  private static final String VERSION = "VERSION";
  private static final String UNFINISHED = ".restoring";
  private static final List<String> FOLDERS = List.of("keys", "postgres", "blobs", "index", "logs");

  private Layout() {}

  /// Checks that we do not settle, and narrow permissions, in a user's home directory.
  static void check(Path root) throws IOException {
    // In this order: a process that is just making the directory writes VERSION before the rest.
    boolean empty = isEmpty(root);
    if (Files.exists(root.resolve(VERSION))) {
      checkVersion(root);
    } else if (!empty) {
      throw new UnusableDataDirectoryException(
          root,
          Defect.NOT_OURS,
          "it has content and no VERSION file, so it is not Vigie's; give an empty folder");
    }
  }

  /// Refuses a folder with content.
  static void checkEmpty(Path root) throws IOException {
    if (!isEmpty(root)) {
      throw new UnusableDataDirectoryException(
          root,
          Defect.NOT_EMPTY,
          "a backup is only restored into an empty folder; give another one");
    }
  }

  private static boolean isEmpty(Path root) throws IOException {
    try (Stream<Path> content = Files.list(root)) {
      return content.map(file -> file.getFileName().toString()).allMatch(Layout::isNoContent);
    }
  }

  /// Returns whether a name is found in unused folders, or is left from a crash of ours.
  private static boolean isNoContent(String name) {
    return name.equals("lost+found")
        || name.equals(DirectoryLock.FILE)
        || name.startsWith("." + VERSION)
        || name.equals(UNFINISHED);
  }

  private static void checkVersion(Path root) throws IOException {
    String text = Files.readString(root.resolve(VERSION), StandardCharsets.ISO_8859_1);
    if (!text.matches("[1-9][0-9]{0,8}\n")) {
      throw new UnusableDataDirectoryException(
          root, Defect.DAMAGED, "its VERSION file does not hold one number");
    }
    int version = Integer.parseInt(text.strip());
    if (version > NUMBER) {
      throw new UnusableDataDirectoryException(
          root,
          Defect.MADE_BY_NEWER_VIGIE,
          "a newer Vigie made it (layout " + version + ", this one knows " + NUMBER
              + "); start that version or restore a backup of this one");
    }
  }

  /// Makes missing folders and files in a checked directory.
  static void complete(Path root) throws IOException {
    // Others may pass through, not look around: PostgreSQL may have to run as another user.
    DurableFiles.permit(root, OwnUser.isRoot() ? "rwx--x--x" : "rwx------");
    if (Files.notExists(root.resolve(VERSION))) {
      byte[] version = (NUMBER + "\n").getBytes(StandardCharsets.US_ASCII);
      DurableFiles.write(root.resolve(VERSION), version);
    }
    DurableFiles.deleteTree(root.resolve(UNFINISHED));
    for (String folder : FOLDERS) {
      DurableFiles.makeFolder(root.resolve(folder));
    }
  }

  /// Puts content in place, first into a folder beside it: the directory may be a mount point,
  /// which cannot be renamed.
  static void restore(Path root, RestoredContent content) throws IOException {
    Path unfinished = root.resolve(UNFINISHED);
    DurableFiles.deleteTree(unfinished);
    DurableFiles.makeFolder(unfinished);
    try {
      content.into(unfinished);
      moveAll(unfinished, root);
      complete(root);
    } finally {
      DurableFiles.deleteTree(unfinished);
    }
  }

  private static void moveAll(Path from, Path to) throws IOException {
    try (Stream<Path> content = Files.list(from)) {
      for (Path file : content.toList()) {
        DurableFiles.moveInto(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
