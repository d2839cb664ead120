package org.vigie.media;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Decides when work on one file has to end.
///
/// Our own readers ask after every row, or every few thousand steps where there are no rows; the
/// plane of a picture asks at every row that is read from it. A call into a native decoder is not
/// interrupted: the reader asks before and after, and limits on size bound the cost of one call.
/// Threads: that of the work.
@FunctionalInterface
public interface Deadline {
  /// Never passes.
  Deadline NONE = () -> false;

  /// Returns whether the work is to end.
  boolean hasPassed();

  /// Ends the work if the deadline has passed.
  ///
  /// @throws DeadlinePassedException if it has
  default void check() {
    if (hasPassed()) {
      throw new DeadlinePassedException();
    }
  }

  /// Returns a deadline a while from now.
  ///
  /// @param nanoClock as [System#nanoTime]
  static Deadline in(Duration limit, LongSupplier nanoClock) {
    long end = nanoClock.getAsLong() + limit.toNanos();
    return () -> nanoClock.getAsLong() - end > 0;
  }
}
