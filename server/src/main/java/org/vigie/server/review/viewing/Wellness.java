package org.vigie.server.review.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.ReviewSettings;
import org.vigie.server.review.store.WellnessStore;
import org.vigie.server.review.store.WellnessStore.Minute;

/// Limits people's exposure to harm at a stretch and within a day. Media counts when it is opened.
/// Behind a veil it counts a quarter, at least one point, and the rest when the veil is lifted. It
/// counts in full if Vigie cannot tell. Threads: any.
public final class Wellness {
  private static final Duration DAY = Duration.ofHours(24);
  private static final int VEIL = 4;

  private final WellnessStore store;
  private final ReviewSettings.Exposure limits;

  public Wellness(WellnessStore store, ReviewSettings.Exposure limits) {
    this.store = store;
    this.limits = limits;
  }

  /// Counts media of a case that a person sees.
  void saw(PersonId person, CaseId id, Severity severity, Sight sight, Instant now) {
    store.add(person, id, sight, points(severity, sight), now);
  }

  /// Returns whether a person has seen renditions of a case.
  boolean hasSeenVeiled(PersonId person, CaseId id) {
    return store.hasSeenVeiled(person, id);
  }

  /// Returns whether a person has seen media of a case without a veil.
  boolean hasSeenSharp(PersonId person, CaseId id) {
    return store.hasSeenSharp(person, id);
  }

  static int points(Severity severity, Sight sight) {
    int full = points(severity);
    int veiled = Math.max(1, full / VEIL);
    return switch (sight) {
      case SHARP -> full;
      case VEILED -> veiled;
      case UNVEILED -> full - veiled;
    };
  }

  private static int points(Severity severity) {
    return switch (severity) {
      case LOW -> 1;
      case MEDIUM -> 2;
      case HIGH -> 4;
      case CRITICAL -> 8;
    };
  }

  /// The rest that a person needs now.
  ///
  /// @param breakUntil until when they should rest; empty if no break is due
  /// @param spared whether they have seen so much within a day that grave cases are not for them
  public record Need(Optional<Instant> breakUntil, boolean spared) {}

  /// Returns the rest that a person needs. A stretch ends with a pause as long as a break.
  public Need need(PersonId person, Instant now) {
    List<Minute> seen = store.since(person, now.minus(DAY));
    int points = seen.stream().mapToInt(Minute::points).sum();
    return new Need(breakUntil(seen, now), points >= limits.day());
  }

  private Optional<Instant> breakUntil(List<Minute> seen, Instant now) {
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    Instant over = seen.getFirst().at().plus(limits.pause());
    return now.isBefore(over) && stretch(seen) >= limits.stretch()
        ? Optional.of(over)
        : Optional.empty();
  }

  private int stretch(List<Minute> seen) {
    int points = 0;
    Instant later = seen.getFirst().at();
    for (Minute minute : seen) {
      if (Duration.between(minute.at(), later).compareTo(limits.pause()) >= 0) {
        break;
      }
      points += minute.points();
      later = minute.at();
    }
    return points;
  }
}
