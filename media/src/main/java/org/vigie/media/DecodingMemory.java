package org.vigie.media;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The memory budget for pictures that are decoded at the same time, native memory included: each
/// reserves its estimate ([Frames#memory]) before it is decoded. Threads: any.
public final class DecodingMemory {
  private static final int PIECE = 1 << 20;
  private static final Duration STEP = Duration.ofMillis(10);

  private final int pieces;
  private final Semaphore free;

  /// @param bytes the budget; at least one megabyte counts
  public DecodingMemory(long bytes) {
    pieces = (int) Math.max(1, Math.min(bytes / PIECE, Integer.MAX_VALUE));
    free = new Semaphore(pieces, true);
  }

  /// Whether there is memory.
  public sealed interface Room {}

  /// There is; closing gives it back.
  public static final class Taken implements Room, AutoCloseable {
    private final Semaphore free;
    private final int taken;

    private Taken(Semaphore free, int taken) {
      this.free = free;
      this.taken = taken;
    }

    @Override
    public void close() {
      free.release(taken);
    }
  }

  /// Other pictures did not free enough in time.
  public record NotInTime() implements Room {}

  /// More is asked for than there is at all.
  public record TooLarge() implements Room {}

  /// Waits for memory.
  ///
  /// @param bytes the memory to reserve
  /// @param limit how long to wait
  public Room take(long bytes, Duration limit) {
    int needed = (int) Math.min(Math.ceilDiv(bytes, PIECE), Integer.MAX_VALUE);
    if (needed > pieces) {
      return new TooLarge();
    }
    return acquired(needed, limit) ? new Taken(free, needed) : new NotInTime();
  }

  /// Waits for memory in short steps, until work has to end.
  ///
  /// @param bytes the memory to reserve
  /// @param ends asked before each step
  public Room take(long bytes, Deadline ends) {
    Room room = new NotInTime();
    while (room instanceof NotInTime && !isInterrupted() && !ends.hasPassed()) {
      room = take(bytes, STEP);
    }
    return room;
  }

  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private boolean acquired(int needed, Duration limit) {
    try {
      return free.tryAcquire(needed, limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
