package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.OwnUser;

/// The folder where PostgreSQL's programs are unpacked, once for each version and user.
///
/// ```
/// <cache>/
///   postgresql-18.6-<digest>/      appears whole; bin lib share
///     inventory                    one line for each file: length, blank, path
///   postgresql-18.6-<digest>.lock  held while one process unpacks and others wait
///   .unpacking-postgresql-18.6-…/  of a process that unpacks, or died doing so
/// ```
///
/// At every start each file's length is compared with the inventory; if anything is amiss, all
/// is unpacked again. The archive itself is verified by its digest before anything of it is run.
final class BinaryCache {
  private static final String INVENTORY = "inventory";

  /// Locks of files are held by a process as a whole, so its threads need one of their own.
  private static final Object UNPACKING = new Object();

  private final Path folder;

  BinaryCache(Path folder) {
    this.folder = folder;
  }

  /// Returns the cache of the user who runs this process; where it has no place of its own, one
  /// in the data directory.
  static BinaryCache ofThisUser(DataDirectory directory) {
    try {
      Path folder = userFolder();
      Files.createDirectories(folder);
      if (Files.isWritable(folder)) {
        return new BinaryCache(folder);
      }
    } catch (IOException | InvalidPathException _) {
      // A service user often has no home. The data directory is there, if need be.
    }
    return new BinaryCache(directory.root().resolve("binaries"));
  }

  private static Path userFolder() {
    if (OwnUser.isRoot()) {
      // Not in the home of root, which the user that PostgreSQL runs as cannot enter.
      return Path.of("/var/cache/vigie");
    }
    @Nullable String cache = System.getenv("XDG_CACHE_HOME");
    if (cache != null && cache.startsWith("/")) {
      return Path.of(cache, "vigie");
    }
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    return Path.of(
        System.getProperty("user.home", "/"), mac ? "Library/Caches" : ".cache", "vigie");
  }

  /// Returns the programs for this machine, unpacked if need be.
  Binaries binaries(PostgresArchive archive) {
    try {
      Path home = folder.resolve(archive.folder());
      if (!isWhole(home)) {
        unpackOnce(archive, home);
      }
      return new Binaries(home);
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "PostgreSQL's programs cannot be unpacked to " + folder + ": " + e.getMessage(), e);
    }
  }

  private void unpackOnce(PostgresArchive archive, Path home) throws IOException {
    Files.createDirectories(folder);
    DurableFiles.permit(folder, "rwxr-xr-x");
    synchronized (UNPACKING) {
      try (FileChannel channel = openLock(archive);
          FileLock _ = channel.lock()) {
        if (!isWhole(home)) {
          clear(archive, home);
          unpack(archive, home);
        }
      }
    }
  }

  private FileChannel openLock(PostgresArchive archive) throws IOException {
    return FileChannel.open(
        folder.resolve(archive.folder() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  /// Removes incomplete folders, as a crash leaves them; meanwhile the lock stops others from
  /// unpacking.
  private void clear(PostgresArchive archive, Path home) throws IOException {
    DurableFiles.deleteTree(home);
    try (Stream<Path> content = Files.list(folder)) {
      for (Path file : content.toList()) {
        if (file.getFileName().toString().startsWith(unfinishedName(archive))) {
          DurableFiles.deleteTree(file);
        }
      }
    }
  }

  private void unpack(PostgresArchive archive, Path home) throws IOException {
    Path unfinished = Files.createTempDirectory(folder, unfinishedName(archive));
    List<String> inventory = Unpacking.unpack(archive, unfinished);
    Files.write(unfinished.resolve(INVENTORY), inventory);
    DurableFiles.permit(unfinished.resolve(INVENTORY), "rw-r--r--");
    DurableFiles.permit(unfinished, "rwxr-xr-x");
    DurableFiles.moveInto(unfinished, home);
  }

  private static String unfinishedName(PostgresArchive archive) {
    return ".unpacking-" + archive.folder() + "-";
  }

  private static boolean isWhole(Path home) throws IOException {
    Path inventory = home.resolve(INVENTORY);
    if (Files.notExists(inventory)) {
      return false;
    }
    for (String line : Files.readAllLines(inventory)) {
      int blank = line.indexOf(' ');
      Path file = home.resolve(line.substring(blank + 1));
      if (Files.notExists(file) || !line.startsWith(Files.size(file) + " ")) {
        return false;
      }
    }
    return true;
  }
}
