package org.vigie.hashlist;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A file that is not UTF-8 text, recognised by its first bytes.
final class ForeignFile {
  /// The number of bytes needed to recognise it.
  static final int TELLING_BYTES = 16;

  private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xbc, (byte) 0xaf};
  private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z'};
  private static final byte[] BZIP2 = {'B', 'Z', 'h'};
  private static final byte[] UTF_16_BE = {(byte) 0xfe, (byte) 0xff};
  private static final byte[] UTF_16_LE = {(byte) 0xff, (byte) 0xfe};

  private ForeignFile() {}

  /// Returns the defect that names the file's format; empty if the file may be text.
  static Optional<HashListDefect> of(byte[] first) {
    if (begins(first, SQLITE)) {
      return Optional.of(HashListDefect.DATABASE);
    }
    if (begins(first, ZIP) || begins(first, GZIP) || begins(first, SEVEN_ZIP)) {
      return Optional.of(HashListDefect.COMPRESSED);
    }
    if (begins(first, XZ) || begins(first, BZIP2)) {
      return Optional.of(HashListDefect.COMPRESSED);
    }
    boolean wide = begins(first, UTF_16_BE) || begins(first, UTF_16_LE) || hasZero(first);
    return wide ? Optional.of(HashListDefect.UTF_16) : Optional.empty();
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || bytes[i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  /// One of the first two bytes of UTF-16 that begins with an ASCII letter is zero.
  private static boolean hasZero(byte[] bytes) {
    return bytes.length >= 2 && (bytes[0] == 0) != (bytes[1] == 0);
  }
}
