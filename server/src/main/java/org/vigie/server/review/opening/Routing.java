package org.vigie.server.review.opening;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.vigie.connector.Surface;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Severity;
import org.vigie.server.report.Accuracy;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Route;

/// Assigns a case its queue, its priority and its deadline.
///
/* Priority is a head start, in minutes. Cases are ordered by their time of opening less their
 * head start. That is the same order as "urgency that grows by one with each minute of waiting",
 * but the number of a case never changes by itself: an index can keep the order, and a mild case
 * is overtaken only by cases that open within its head start's difference, so its wait is bounded.
 *
 * The weight of the reach, surface and room together, is less than the difference between two
 * severities: a large room never puts a milder case before an otherwise equal graver one.
 *
 * A category that the policy does not know counts as high, as nothing says that it can wait.
 */
final class Routing {
  static final QueueName DANGER = new QueueName(ReviewRules.DANGER_QUEUE);
  static final QueueName FLAGGERS = new QueueName("trusted-flaggers");
  static final int ESCALATED = Integer.MAX_VALUE / 2;

  /// Minutes of a thousand years.
  private static final long LONGEST_LIFE = 525_960_000;

  private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LANE = Duration.ofDays(3);
  private static final Duration REACH = Duration.ofHours(4);
  private static final Duration LARGER_ROOM = Duration.ofHours(1);
  private static final int LARGE_ROOM = 100;
  private static final int MOST_STEPS = 5;
  private static final Duration FURTHER_SOURCE = Duration.ofMinutes(30);
  private static final int MOST_SOURCES = 40;

  /// The limit of a reporter's credit, either way, for ever more notices that were all right or all
  /// wrong.
  private static final Duration ACCURACY = Duration.ofHours(4);

  /// A new sender counts as one who sent this many notices, half of them right.
  private static final int PRIOR = 10;

  private Routing() {}

  /// The facts that decide the urgency of a case.
  ///
  /// @param lane whether a hotline or a trusted flagger reported it, within its scope
  /// @param sources the number of its scans and notices
  /// @param credit in minutes, of its most accurate source
  /// @param roomMembers of the largest room among its sources, if known
  record Facts(
      CategoryKey category,
      Surface surface,
      boolean lane,
      int sources,
      int credit,
      OptionalLong roomMembers,
      Instant openedAt) {}

  /// Returns the credit of a reporter's accuracy in minutes, 218 at most. Negative for an accuracy
  /// below one half, 0 for an unknown reporter.
  static int credit(Accuracy accuracy) {
    double share = (accuracy.founded() + PRIOR / 2.0) / (accuracy.decided() + PRIOR);
    return (int) Math.round((2 * share - 1) * ACCURACY.toMinutes());
  }

  static Route route(Facts facts, PolicyCatalogue policy) {
    Severity severity = policy.find(facts.category).map(Category::severity).orElse(Severity.HIGH);
    ReviewRule rule = policy.review().of(facts.category);
    return new Route(
        queue(facts, rule, severity),
        severity,
        rule.danger() ? ofDanger(facts) : priority(facts, severity),
        facts.openedAt,
        rule.clock()
            .flatMap(policy::clock)
            .map(clock -> clock.term().end(facts.openedAt, ZoneOffset.UTC)));
  }

  private static QueueName queue(Facts facts, ReviewRule rule, Severity severity) {
    if (rule.danger()) {
      return DANGER;
    }
    return facts.lane ? FLAGGERS : new QueueName(rule.queue().orElse(severity.word()));
  }

  /// Of two cases about danger to life, the older comes first. Nothing else counts.
  private static int ofDanger(Facts facts) {
    long minutes = Duration.between(ORIGIN, facts.openedAt).toMinutes();
    return (int)
        Math.clamp(LONGEST_LIFE + Route.DANGER - minutes, Route.DANGER, Integer.MAX_VALUE - 1L);
  }

  private static int priority(Facts facts, Severity severity) {
    Duration headStart = ofSeverity(severity)
        .plus(facts.lane ? LANE : Duration.ZERO)
        .plus(facts.surface == Surface.PUBLIC ? REACH : Duration.ZERO)
        .plus(ofRoom(facts.roomMembers.orElse(0)))
        .plusMinutes(facts.credit)
        .plus(FURTHER_SOURCE.multipliedBy(Math.clamp(facts.sources - 1L, 0, MOST_SOURCES)));
    return (int) headStart.minus(Duration.between(ORIGIN, facts.openedAt)).toMinutes();
  }

  /// An hour from a hundred members on, and one more for each ten times as many.
  private static Duration ofRoom(long members) {
    int steps = 0;
    for (long enough = LARGE_ROOM; steps < MOST_STEPS && members >= enough; enough *= 10) {
      steps++;
    }
    return LARGER_ROOM.multipliedBy(steps);
  }

  private static Duration ofSeverity(Severity severity) {
    return switch (severity) {
      case LOW -> Duration.ZERO;
      case MEDIUM -> Duration.ofHours(12);
      case HIGH -> Duration.ofDays(2);
      case CRITICAL -> Duration.ofDays(10);
    };
  }
}
