package org.vigie.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import org.vigie.platform.DurableFiles;

/// Takes a `.txz` archive apart, into a folder that only exists for it.
///
/// Files become 0755 or 0644 and folders 0755, as nothing in them is secret and PostgreSQL may run
/// as a user other than the one who unpacked it.
final class Unpacking {
  private final Path folder;
  private final List<String> inventory = new ArrayList<>();

  private Unpacking(Path folder) {
    this.folder = folder;
  }

  /// Unpacks the archive and returns one line for each file: its length, a blank, its path.
  ///
  /// @throws PostgresUnavailableException if the archive's digest differs; the unpacked files
  ///     must not be used then
  static List<String> unpack(PostgresArchive archive, Path folder) throws IOException {
    MessageDigest digest = sha256();
    Unpacking unpacking = new Unpacking(folder);
    try (InputStream bytes = new DigestInputStream(archive.open(), digest)) {
      unpacking.unpack(new BufferedInputStream(bytes, 1 << 16));
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(archive.sha256())) {
      throw new PostgresUnavailableException(
          archive.resource() + " on the class path is not the one this version was built with");
    }
    return unpacking.inventory;
  }

  private void unpack(InputStream bytes) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes), "UTF-8");
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      unpack(entry, tar);
    }
  }

  private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
    Path path = inside(folder.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      DurableFiles.permit(path, "rwxr-xr-x");
    } else if (entry.isSymbolicLink()) {
      inside(path.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isFile() && !entry.isLink()) {
      unpackFile(entry, content, path);
    } else {
      throw new IOException("unexpected kind of entry in the archive: " + entry.getName());
    }
  }

  private void unpackFile(TarArchiveEntry entry, InputStream content, Path path)
      throws IOException {
    Files.createDirectories(path.resolveSibling(""));
    try (var file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
      content.transferTo(file);
    }
    DurableFiles.permit(path, (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    inventory.add(entry.getSize() + " " + folder.relativize(path));
  }

  private Path inside(Path path) throws IOException {
    Path plain = path.normalize();
    if (!plain.startsWith(folder)) {
      throw new IOException("an entry of the archive leads out of its folder: " + path);
    }
    return plain;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
