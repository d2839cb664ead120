package org.vigie.cli.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.fingerprint.DigestType;

/// Reads files once: digests of any size, and the bytes for decoding up to a cap.
///
/// Threads: any.
public final class FileReader {
  private final Set<DigestType> digestTypes;
  private final long maxBytes;
  private final ByteBudget budget;

  /// @param digestTypes the digests to compute
  /// @param maxBytes the largest file whose bytes are handed on
  /// @param budget bounds the bytes in memory over all threads
  public FileReader(Set<DigestType> digestTypes, int maxBytes, ByteBudget budget) {
    this.digestTypes = Set.copyOf(digestTypes);
    this.maxBytes = maxBytes;
    this.budget = budget;
  }

  /// Reads a file and hands its bytes to `use`, which may not keep them.
  ///
  /// @throws InterruptedException if the thread was interrupted while it waited for memory
  public <T> FileReading<T> read(Found.RegularFile file, Function<byte[], T> use)
      throws InterruptedException {
    try {
      return file.size() > maxBytes ? digestOnly(file) : readWhole(file, use);
    } catch (NoSuchFileException e) {
      return failed(Cause.CHANGED, "the file was removed before it was read");
    } catch (AccessDeniedException e) {
      return failed(Cause.ACCESS_DENIED, "permission denied");
    } catch (IOException e) {
      return failed(Cause.UNREADABLE, "the file could not be read to its end");
    } catch (OutOfMemoryError e) {
      return failed(Cause.OUT_OF_MEMORY, "not enough memory for " + file.size() + " bytes");
    }
  }

  private <T> FileReading<T> readWhole(Found.RegularFile file, Function<byte[], T> use)
      throws IOException, InterruptedException {
    int size = Math.toIntExact(file.size());
    try (ByteBudget.Lease _ = budget.take(size);
        InputStream in = Files.newInputStream(file.path())) {
      byte[] bytes = in.readNBytes(size);
      if (bytes.length < size || in.read() >= 0) {
        return changed();
      }
      DigestComputation digests = new DigestComputation(digestTypes);
      digests.update(bytes, size);
      return new FileReading.Read<>(digests.finish(), Optional.of(use.apply(bytes)));
    }
  }

  private <T> FileReading<T> digestOnly(Found.RegularFile file) throws IOException {
    DigestComputation digests = new DigestComputation(digestTypes);
    long size = 0;
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digests.update(buffer, n);
        size += n;
      }
    }
    return size == file.size()
        ? new FileReading.Read<>(digests.finish(), Optional.empty())
        : changed();
  }

  private static <T> FileReading<T> changed() {
    return failed(Cause.CHANGED, "the file changed while it was read");
  }

  private static <T> FileReading<T> failed(Cause cause, String detail) {
    return new FileReading.NotRead<>(new Failure(cause, detail));
  }
}
