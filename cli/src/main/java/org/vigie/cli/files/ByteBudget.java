package org.vigie.cli.files;

import java.util.concurrent.Semaphore;

/// A bound on the bytes of files that are in memory at once.
///
/// A request for more than the whole budget gets the whole budget, alone. First come, first served.
/// Threads: any.
public final class ByteBudget {
  private static final int UNIT = 1 << 16;

  private final int units;
  private final Semaphore free;

  /// @param bytes at least 1
  public ByteBudget(long bytes) {
    this.units = Math.toIntExact(Math.ceilDiv(bytes, UNIT));
    this.free = new Semaphore(units, true);
  }

  /// Waits until this many bytes are free and takes them; close the lease to give them back.
  ///
  /// @throws InterruptedException if the wait was interrupted; nothing was taken
  public Lease take(long bytes) throws InterruptedException {
    int wanted = (int) Math.min(units, Math.ceilDiv(bytes, UNIT));
    free.acquire(wanted);
    return new Lease(free, wanted);
  }

  /// Bytes taken from a budget.
  public static final class Lease implements AutoCloseable {
    private final Semaphore free;
    private final int units;

    private Lease(Semaphore free, int units) {
      this.free = free;
      this.units = units;
    }

    @Override
    public void close() {
      free.release(units);
    }
  }
}
