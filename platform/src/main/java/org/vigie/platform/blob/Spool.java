package org.vigie.platform.blob;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.vigie.platform.DurableFiles;

/// A folder for blobs on their way to a bucket.
record Spool(Path folder) {
  private static final String UNFINISHED = ".unfinished-";

  /// The result of a write.
  ///
  /// @param md5 in Base64, by which the store finds damage on the way; it is no protection
  ///     against attackers
  record Written(BlobAddress address, String md5) {}

  /// Returns a file of its own; makes the folder if it is not there.
  Path newFile() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.resolveSibling(""));
      DurableFiles.makeFolder(folder);
    }
    return Files.createTempFile(
        folder,
        UNFINISHED,
        "",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  static Written write(BlobStore.Content content, Path file) throws IOException {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest md5 = digest("MD5");
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream first = new DigestOutputStream(plain, md5);
        OutputStream out = new BufferedOutputStream(new DigestOutputStream(first, sha256))) {
      content.writeTo(out);
    }
    return new Written(
        new BlobAddress(HexFormat.of().formatHex(sha256.digest())),
        Base64.getEncoder().encodeToString(md5.digest()));
  }

  void removeOlder(Instant moment) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> content = Files.list(folder)) {
      for (Path file : content.toList()) {
        if (file.getFileName().toString().startsWith(UNFINISHED) && isOlder(file, moment)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOlder(Path file, Instant moment) throws IOException {
    try {
      return Files.getLastModifiedTime(file).compareTo(FileTime.from(moment)) < 0;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has no " + name, e);
    }
  }
}
