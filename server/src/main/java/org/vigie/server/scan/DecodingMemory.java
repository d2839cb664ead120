package org.vigie.server.scan;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.ScanOutcome.Cause;

/// The memory that pictures of one lane may take at once, native memory included. Threads: any.
final class DecodingMemory {
  private static final int PIECE = 1 << 20;

  private final int pieces;
  private final Semaphore free;

  /// @param bytes how many; at least one megabyte counts
  DecodingMemory(long bytes) {
    pieces = (int) Math.max(1, Math.min(bytes / PIECE, Integer.MAX_VALUE));
    free = new Semaphore(pieces, true);
  }

  /// Reads a picture once there is memory for it.
  ///
  /// @param bytes the most that reading it takes
  /// @param limit how long to wait
  PictureReading within(long bytes, Duration limit, Supplier<PictureReading> work) {
    int needed = (int) Math.min(Math.ceilDiv(bytes, PIECE), Integer.MAX_VALUE);
    if (needed > pieces) {
      return new NoPicture(Cause.TOO_MANY_PIXELS);
    }
    return acquired(needed, limit) ? released(needed, work) : new NoPicture(Cause.DEADLINE_PASSED);
  }

  private boolean acquired(int needed, Duration limit) {
    try {
      return free.tryAcquire(needed, limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private PictureReading released(int needed, Supplier<PictureReading> work) {
    try {
      return work.get();
    } finally {
      free.release(needed);
    }
  }
}
