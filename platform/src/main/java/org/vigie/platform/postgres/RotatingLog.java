package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A log file that begins anew when it is full, with the last ones kept as `name.1`, `name.2` ….
///
/// A log that cannot be written, on a full disk say, must not stop its writer: the bytes are
/// dropped, counted, and their number is the first thing written when writing works again. Threads:
/// one.
final class RotatingLog {
  private final Path file;
  private final long maxBytes;
  private final int kept;
  private long dropped;

  /// @param maxBytes a file's length above which the next write begins another
  /// @param kept the number of old files to keep
  RotatingLog(Path file, long maxBytes, int kept) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.kept = kept;
  }

  void write(byte[] bytes) {
    try {
      if (Files.exists(file) && Files.size(file) + bytes.length > maxBytes) {
        rotate();
      }
      if (dropped > 0) {
        append((dropped + " bytes could not be written here\n").getBytes(StandardCharsets.UTF_8));
        dropped = 0;
      }
      append(bytes);
    } catch (IOException _) {
      dropped += bytes.length;
    }
  }

  private void append(byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  private void rotate() throws IOException {
    for (int number = kept - 1; number >= 1; number--) {
      if (Files.exists(old(number))) {
        Files.move(old(number), old(number + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path old(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
