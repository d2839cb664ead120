package org.vigie.fingerprint;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Counts what this thread allocates.
final class Allocation {
  private Allocation() {}

  /// Returns the bytes that some work allocates.
  static long by(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
