package org.vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The period of the town's history.
///
/// @param end the moment at which the town is made
record FourMonths(Instant end) {
  static final int DAYS = 120;

  Instant begin() {
    return end.minus(Duration.ofDays(DAYS));
  }

  /// Returns one of so many moments, evenly spread.
  Instant moment(int number, int of) {
    return begin().plus(Duration.ofDays(DAYS).multipliedBy(number).dividedBy(of));
  }

  Instant before(Duration ago) {
    return end.minus(ago);
  }

  /// Returns the end of the day, in UTC, that comes so long after.
  Instant lastDay(Duration after) {
    return end.plus(after).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
  }
}
