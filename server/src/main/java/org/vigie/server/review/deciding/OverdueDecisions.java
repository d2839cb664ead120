package org.vigie.server.review.deciding;

import java.time.Duration;

/// Keeps the number of overdue decisions for readers that must not wait for the database.
/// Threads: one counts, any read.
final class OverdueDecisions {
  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);
  private static final Duration STALE = Duration.ofMinutes(1);

  private final Finalisation finalisation;
  private volatile Counted counted = new Counted(Double.NaN, System.nanoTime());

  OverdueDecisions(Finalisation finalisation) {
    this.finalisation = finalisation;
  }

  private record Counted(double overdue, long at) {}

  /// Counts, and returns how long to rest.
  Duration count() {
    counted = new Counted(finalisation.overdue(), System.nanoTime());
    return BETWEEN_COUNTS;
  }

  /// Returns the last count; NaN if it is older than a minute, or there is none yet.
  double last() {
    Counted last = counted;
    return System.nanoTime() - last.at() > STALE.toNanos() ? Double.NaN : last.overdue();
  }
}
