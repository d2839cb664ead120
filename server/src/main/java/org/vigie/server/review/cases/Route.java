package org.vigie.server.review.cases;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.policy.Severity;

/// The queue of a case, its place in the queue, and its deadline.
///
/// @param priority higher comes first; see `Routing`
/// @param dueAt the earliest deadline, if there is one
public record Route(
    QueueName queue, Severity severity, int priority, Instant openedAt, Optional<Instant> dueAt) {
  /// The least priority of cases in which somebody's life is in danger: above all others, also
  /// above escalated ones.
  public static final int DANGER = 1_500_000_000;

  /// Returns whether somebody's life is in danger.
  public boolean isDanger() {
    return priority >= DANGER;
  }

  /// Returns whether people who have seen enough harm for a day are spared the case.
  public boolean isGrave() {
    return severity.compareTo(Severity.HIGH) >= 0;
  }
}
