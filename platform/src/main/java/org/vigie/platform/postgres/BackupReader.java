package org.vigie.platform.postgres;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.Layout;
import org.vigie.platform.postgres.BackupManifest.MalformedManifestException;
import org.vigie.platform.postgres.BackupManifest.Part;
import org.vigie.platform.postgres.UnusableBackupException.Defect;

/// A backup that is read, and believed only as far as its digests go.
final class BackupReader implements AutoCloseable {
  private static final int LONGEST_MANIFEST = 1_000_000_000;

  private final Path file;
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupReader(Path file, ZipFile zip, BackupManifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  static BackupReader open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException _) {
      throw new UnusableBackupException(
          file, Defect.DAMAGED, "it is not a backup of Vigie, or only the beginning of one");
    }
    try {
      return new BackupReader(file, zip, manifest(file, zip));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static BackupManifest manifest(Path file, ZipFile zip) throws IOException {
    @Nullable ZipEntry entry = zip.getEntry(BackupManifest.NAME);
    if (entry == null) {
      throw new UnusableBackupException(file, Defect.DAMAGED, "it has no manifest");
    }
    try (InputStream content = zip.getInputStream(entry)) {
      String text = new String(content.readNBytes(LONGEST_MANIFEST), StandardCharsets.UTF_8);
      return BackupManifest.parse(text);
    } catch (ZipException | EOFException _) {
      throw new UnusableBackupException(file, Defect.DAMAGED, "its manifest is damaged");
    } catch (MalformedManifestException e) {
      throw e.isNewer()
          ? new UnusableBackupException(
              file, Defect.MADE_BY_NEWER_VIGIE, "a newer Vigie made it; restore it with that one")
          : new UnusableBackupException(
              file, Defect.DAMAGED, "its manifest is damaged: " + e.getMessage());
    }
  }

  /// Refuses a backup that is for another Vigie, PostgreSQL or machine, or lists other files
  /// than it has.
  void check(String machine) {
    BackupManifest.Header header = manifest.header();
    if (header.layout() > Layout.NUMBER) {
      throw unusable(Defect.MADE_BY_NEWER_VIGIE, "a newer Vigie made it; restore it with that one");
    }
    if (!header.major().equals(PostgresArchive.MAJOR)) {
      throw unusable(
          Defect.OTHER_POSTGRESQL_MAJOR,
          "its database is of PostgreSQL " + header.major() + ", and this Vigie brings "
              + PostgresArchive.MAJOR + "; restore it with the Vigie that made it");
    }
    if (!header.machine().equals(machine)) {
      throw unusable(
          Defect.OTHER_MACHINE,
          "it was made on " + header.machine() + " and this is " + machine
              + "; restore it on a machine of that kind");
    }
    checkNames();
  }

  private void checkNames() {
    Set<String> listed = new HashSet<>(manifest.files().keySet());
    listed.add(BackupManifest.NAME);
    Set<String> there = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    if (!there.equals(listed) || zip.size() != listed.size()) {
      throw unusable(Defect.DAMAGED, "it does not hold the files that its manifest lists");
    }
  }

  /// Writes all files into a folder, for their owner only and durably.
  ///
  /// @throws UnusableBackupException if a file differs from the manifest; the folder must then be
  ///     deleted
  void unpack(Path folder) throws IOException {
    Set<Path> folders = new HashSet<>();
    for (String name : manifest.folders()) {
      makeFolders(folder, folder.resolve(name), folders);
    }
    for (Map.Entry<String, Part> part : manifest.files().entrySet()) {
      Path target = folder.resolve(part.getKey());
      makeFolders(folder, target.resolveSibling(""), folders);
      unpack(part.getKey(), part.getValue(), target);
    }
    for (Path made : folders) {
      DurableFiles.force(made);
    }
  }

  private static void makeFolders(Path top, Path folder, Set<Path> made) throws IOException {
    Path plain = folder.normalize();
    if (!plain.equals(top) && made.add(plain)) {
      makeFolders(top, plain.resolveSibling(""), made);
      DurableFiles.makeFolder(plain);
    }
  }

  private void unpack(String name, Part part, Path target) throws IOException {
    MessageDigest digest = Unpacking.sha256();
    Files.createFile(
        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (InputStream content = zip.getInputStream(zip.getEntry(name));
        FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE);
        OutputStream checked = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
      long bytes = content.transferTo(checked);
      String sha256 = HexFormat.of().formatHex(digest.digest());
      if (bytes != part.bytes() || !sha256.equals(part.sha256())) {
        throw unusable(Defect.DAMAGED, name + " in it is damaged");
      }
      channel.force(true);
    } catch (ZipException | EOFException _) {
      throw unusable(Defect.DAMAGED, name + " in it is damaged");
    }
  }

  private UnusableBackupException unusable(Defect defect, String detail) {
    return new UnusableBackupException(file, defect, detail);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
