package org.vigie.server.outbound.calling;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The moment at which a call ends, finished or not.
public record CallDeadline(long atNanos) {
  public static CallDeadline after(Duration length) {
    return new CallDeadline(System.nanoTime() + length.toNanos());
  }

  public boolean isOver() {
    return leftMillis() <= 0;
  }

  /// Returns the milliseconds that are left, at least 1.
  ///
  /// @throws SocketTimeoutException if none is left
  int left() throws SocketTimeoutException {
    long left = leftMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private long leftMillis() {
    return TimeUnit.NANOSECONDS.toMillis(atNanos - System.nanoTime());
  }
}
