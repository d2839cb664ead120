package org.vigie.server.scan;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vigie.media.Deadline;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.ScanOutcome.Cause;

/// The memory that pictures of one lane may take at once, native memory included. Threads: any.
final class DecodingMemory {
  private static final int PIECE = 1 << 20;
  private static final long ASK_AGAIN_MILLIS = 10;

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
  /// @param ends when to wait no longer
  PictureReading within(long bytes, Deadline ends, Supplier<PictureReading> work) {
    int needed = (int) Math.min(Math.ceilDiv(bytes, PIECE), Integer.MAX_VALUE);
    if (needed > pieces) {
      return new NoPicture(Cause.TOO_MANY_PIXELS);
    }
    return acquired(needed, ends) ? released(needed, work) : new NoPicture(Cause.DEADLINE_PASSED);
  }

  /// Waits in short steps, as nobody signals that a deadline has passed.
  private boolean acquired(int needed, Deadline ends) {
    try {
      while (!ends.hasPassed()) {
        if (free.tryAcquire(needed, ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
      return false;
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
