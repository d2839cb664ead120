package org.vigie.server.outbox;

import java.time.Duration;

/// The back-off of failed deliveries: `first`, then doubled up to `longest`, each with a random
/// jitter of a fifth either way.
///
/// @param attempts the attempts after which an effect becomes a dead letter, at least 1
public record RetryPolicy(int attempts, Duration first, Duration longest) {
  /// Ten attempts in about nine hours.
  public static final RetryPolicy USUAL =
      new RetryPolicy(10, Duration.ofMinutes(1), Duration.ofDays(1));

  private static final int MOST_DOUBLINGS = 30;
  private static final double JITTER = 0.2;

  public RetryPolicy {
    if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("a retry policy has attempts and a growing back-off");
    }
  }

  /// Returns how long to wait after an attempt that failed.
  ///
  /// @param attempt its number, from 1
  /// @param chance 0 to 1
  public Duration backOff(int attempt, double chance) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    Duration bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
    return Duration.ofMillis(Math.round(bounded.toMillis() * (1 + JITTER * (2 * chance - 1))));
  }
}
