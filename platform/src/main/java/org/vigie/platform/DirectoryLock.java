package org.vigie.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The hold of one process on a folder: a locked file with the process id in it.
final class DirectoryLock implements AutoCloseable {
  /// The name of the file.
  static final String FILE = "vigie.lock";

  /// The directories that this process holds. A second channel on a locked file must never be
  /// opened in the process that locked it: closing that channel would end the lock of the first
  /// (POSIX).
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private DirectoryLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// @param folder as a real path, so that two names of one folder meet
  static DirectoryLock of(Path folder) throws IOException {
    String self = Long.toString(ProcessHandle.current().pid());
    if (!HELD.add(folder)) {
      throw new DataDirectoryInUseException(folder, self);
    }
    try {
      return new DirectoryLock(folder, locked(folder, self));
    } catch (IOException | RuntimeException e) {
      HELD.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Path folder, String self) throws IOException {
    FileChannel channel = FileChannel.open(
        folder.resolve(FILE),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new DataDirectoryInUseException(folder, holder(channel));
      }
      DurableFiles.permit(folder.resolve(FILE), "rw-------");
      channel.truncate(0).write(ByteBuffer.wrap(self.getBytes(StandardCharsets.US_ASCII)));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    byte[] bytes = Channels.newInputStream(channel).readNBytes(20);
    String pid = new String(bytes, StandardCharsets.US_ASCII);
    return pid.matches("[0-9]+") ? pid : "that is just starting";
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(folder);
    }
  }
}
