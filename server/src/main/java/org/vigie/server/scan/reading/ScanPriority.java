package org.vigie.server.scan.reading;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.vigie.media.Deadline;

/// Lets scans go before other work: at each row the other work waits while scans want every
/// processor. Threads: any.
final class ScanPriority {
  private static final long ASK_AGAIN_MILLIS = 10;

  private final int processors;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final AtomicInteger scans = new AtomicInteger();

  /// @param processors the number of concurrent scans that leave no room for others
  ScanPriority(int processors) {
    this.processors = processors;
  }

  /// Counts a scan that waits or is worked on.
  void begin() {
    count(1);
  }

  /// Counts a finished scan.
  void end() {
    count(-1);
  }

  private void count(int more) {
    lock.lock();
    try {
      scans.addAndGet(more);
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Returns a deadline that, when asked, first waits for scans, no longer than until it passes.
  Deadline after(Deadline deadline) {
    return () -> {
      if (isTaken()) {
        awaitScans(deadline);
      }
      return deadline.hasPassed();
    };
  }

  private boolean isTaken() {
    return scans.get() >= processors;
  }

  /// Waits in short steps, as a passed deadline signals nothing.
  private void awaitScans(Deadline deadline) {
    lock.lock();
    try {
      while (isTaken() && !deadline.hasPassed()) {
        var _ = ended.await(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scans went first", e);
    } finally {
      lock.unlock();
    }
  }
}
