package org.vigie.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.Layout;
import org.vigie.platform.blob.FolderBlobs;

/// One file from which an installation can be restored: its database, its keys, its blobs and the
/// marks that say whether it is made up.
///
/// The file is a ZIP archive with a [BackupManifest] as its last entry. **It holds every secret of
/// the installation and its whole audit trail, unencrypted**: it has mode 0600, and every copy must
/// be kept as safe as the data directory. It fits the same major version of PostgreSQL on the same
/// kind of machine.
public final class Backup {
  private final InstantSource clock;

  public Backup(InstantSource clock) {
    this.clock = clock;
  }

  /// Writes a backup of a running server; it contains everything committed before the call.
  ///
  /// @param file does not exist yet; appears whole or not at all
  /// @throws IOException if the file exists or cannot be written, or the database cannot be read
  public void make(EmbeddedPostgres postgres, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new IOException(target + " is there already, and a backup replaces nothing");
    }
    Path unfinished = unfinished(target);
    try {
      write(postgres, unfinished);
      DurableFiles.force(unfinished);
      DurableFiles.moveInto(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path unfinished(Path target) throws IOException {
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    try {
      return Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          unfinished + " is there: a backup is being made, or one was broken off and this is to"
              + " be deleted",
          e);
    }
  }

  private void write(EmbeddedPostgres postgres, Path file) throws IOException {
    DataDirectory directory = postgres.directory();
    try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.WRITE);
        BackupWriter backup = new BackupWriter(stream);
        Connection session = postgres.administratorConnection()) {
      new ClusterCopy(directory.postgres().resolve("data"), backup).run(session);
      // After the database: everything sealed in it was sealed with a key that exists now.
      addKeys(directory, backup);
      addBlobs(directory, backup);
      addMarks(directory, backup);
      backup.finish(new BackupManifest.Header(
          Layout.NUMBER, PostgresArchive.MAJOR, machine(), clock.instant()));
    } catch (SQLException e) {
      throw new IOException("PostgreSQL cannot be copied: " + e.getMessage(), e);
    }
  }

  private static void addKeys(DataDirectory directory, BackupWriter backup) throws IOException {
    backup.folder("keys");
    try (Stream<Path> keys = Files.list(directory.keys())) {
      List<Path> files =
          keys.filter(key -> key.toString().endsWith(".key")).sorted().toList();
      for (Path key : files) {
        add("keys/" + key.getFileName(), key, backup);
      }
    }
  }

  /// Blobs never change, and those that the copied rows name were there before them. One that is
  /// destroyed meanwhile is not in the backup, while its row may be.
  private static void addBlobs(DataDirectory directory, BackupWriter backup) throws IOException {
    backup.folder("blobs");
    FolderBlobs blobs = FolderBlobs.in(directory.blobs());
    blobs.walk(blob -> {
      String name = blob.address().sha256();
      try (InputStream content = blobs.open(blob.address())) {
        backup.file(
            String.join("/", "blobs", name.substring(0, 2), name.substring(2, 4), name), content);
      } catch (NoSuchFileException _) {
        // Destroyed since the walk came to it.
      }
    });
  }

  /// Without its mark, a restored demonstration would pass for a real installation.
  private static void addMarks(DataDirectory directory, BackupWriter backup) throws IOException {
    for (String mark : Layout.MARKS) {
      Path file = directory.root().resolve(mark);
      if (Files.exists(file)) {
        add(mark, file, backup);
      }
    }
  }

  private static void add(String name, Path file, BackupWriter backup) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      backup.file(name, content);
    }
  }

  /// Makes an empty folder a data directory from a backup. The file is read to its end and
  /// compared with its manifest before anything is put in place.
  ///
  /// @throws IOException if the file cannot be read
  /// @throws UnusableBackupException if the file is not whole and sound, or not for this machine
  /// @throws org.vigie.platform.UnusableDataDirectoryException if the folder is not empty
  public static void restore(Path file, Path folder) throws IOException {
    try (BackupReader backup = BackupReader.open(file)) {
      backup.check(machine());
      DataDirectory.restore(folder, backup::unpack);
    }
  }

  private static String machine() {
    return System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
  }
}
