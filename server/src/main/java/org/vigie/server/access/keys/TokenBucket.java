package org.vigie.server.access.keys;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Lets a number of requests a second through, and as many at once after a quiet second.
///
/// One number holds the whole state: the moment at which all requests so far would have been
/// through, had they come evenly. It may lie at most a second ahead. Source: the generic cell
/// rate algorithm, ITU-T I.371. Threads: any.
final class TokenBucket {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int ratePerSecond;
  private final long interval;
  private final AtomicLong due = new AtomicLong(Long.MIN_VALUE);

  TokenBucket(int ratePerSecond) {
    this.ratePerSecond = ratePerSecond;
    this.interval = SECOND / ratePerSecond;
  }

  int ratePerSecond() {
    return ratePerSecond;
  }

  /// Takes one request; returns zero if it may pass, else how long it has to wait.
  Duration take(long nanoTime) {
    while (true) {
      long seen = due.get();
      // Times wrap around, so they are compared by their difference; MIN_VALUE means "never".
      long ahead = seen == Long.MIN_VALUE ? 0 : Math.max(0, seen - nanoTime);
      if (ahead + interval > SECOND) {
        return Duration.ofNanos(ahead + interval - SECOND);
      }
      if (due.compareAndSet(seen, nanoTime + ahead + interval)) {
        return Duration.ZERO;
      }
    }
  }
}
