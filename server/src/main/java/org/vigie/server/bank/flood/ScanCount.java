package org.vigie.server.bank.flood;

import java.time.Duration;

/// Counts scans within the window, to a sixtieth of it. Threads: any.
final class ScanCount {
  private static final int SLICES = 60;

  private final long sliceMillis;
  private final long[] counts = new long[SLICES];
  private long newest;

  ScanCount(Duration window) {
    this.sliceMillis = Math.max(1, window.toMillis() / SLICES);
  }

  synchronized void add(long now) {
    advance(now);
    counts[(int) (newest % SLICES)]++;
  }

  /// Returns the number within the window before now.
  synchronized long within(long now) {
    advance(now);
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /// Forgets the slices that have left the window; a clock that went back changes nothing.
  private void advance(long now) {
    long slice = now / sliceMillis;
    for (long next = Math.max(newest + 1, slice - SLICES + 1); next <= slice; next++) {
      counts[(int) (next % SLICES)] = 0;
    }
    newest = Math.max(newest, slice);
  }
}
