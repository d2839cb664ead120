package org.vigie.server.scan;

import java.util.concurrent.TimeUnit;
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
  private volatile int scans;

  /// @param processors how many scans leave no room for others
  ScanPriority(int processors) {
    this.processors = processors;
  }

  /// Counts a scan that waits or is worked on.
  void begin() {
    count(1);
  }

  /// Counts a scan that is over.
  void end() {
    count(-1);
  }

  private void count(int more) {
    lock.lock();
    try {
      scans += more;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Returns a deadline that, when asked, first waits for scans, no longer than until it passes.
  Deadline after(Deadline deadline) {
    return () -> {
      while (scans >= processors && !deadline.hasPassed()) {
        awaitEnd();
      }
      return deadline.hasPassed();
    };
  }

  private void awaitEnd() {
    lock.lock();
    try {
      if (scans >= processors) {
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
