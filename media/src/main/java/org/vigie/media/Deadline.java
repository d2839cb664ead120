package org.vigie.media;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Tells work on one file when to end.
///
/// Our own readers ask after every row, and where there are no rows after every few thousand
/// steps; the plane of a picture asks at every row that is read from it. A call into a native
/// decoder is not interrupted: it is asked before and after, and what one call can cost is bounded
/// by the limits on size. Threads: the one that works on the file.
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
