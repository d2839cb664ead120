package org.vigie.server.outbox.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.vigie.server.outbox.RetryPolicy;

/// Stops the deliveries of one handler while its receiver seems to be down, and lets one attempt
/// through from time to time until one succeeds (a circuit breaker).
///
/// Without it, an outage would use up the attempts of every effect that is due. Threads: one.
final class Breaker {
  /// Failures in a row after which it opens.
  static final int OPENS_AFTER = 5;

  /// The pauses between attempts while it is open: 1 s at first, 1 min at most.
  private static final RetryPolicy PAUSES =
      new RetryPolicy(OPENS_AFTER, Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final RandomGenerator random;
  private int failures;
  private Instant opensAt = Instant.MIN;

  Breaker(RandomGenerator random) {
    this.random = random;
  }

  /// Returns how many attempts may be under way at a time.
  ///
  /// @param most while the receiver answers
  int allowed(Instant now, int most) {
    if (now.isBefore(opensAt)) {
      return 0;
    }
    return failures < OPENS_AFTER ? most : 1;
  }

  void succeeded() {
    failures = 0;
  }

  void failed(Instant now) {
    failures++;
    if (failures >= OPENS_AFTER) {
      pause(now, PAUSES.backOff(failures - OPENS_AFTER + 1, random.nextDouble()));
    }
  }

  /// Stops all deliveries for a while.
  void pause(Instant now, Duration length) {
    Instant end = now.plus(length);
    opensAt = end.isAfter(opensAt) ? end : opensAt;
  }
}
