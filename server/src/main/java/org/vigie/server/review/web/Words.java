package org.vigie.server.review.web;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.Reference;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Explanations;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Span;

/// The words on the screens for the parts of a case, under one revision of the policy.
///
/// @param messengers that there are: the only one is not named
/// @param now when the screen is shown
public record Words(Texts texts, PolicyCatalogue policy, Messengers messengers, Instant now) {
  /// A state in words.
  public record Badge(Tone tone, String text) {}

  /// Returns the words under another revision.
  Words under(PolicyCatalogue revision) {
    return new Words(texts, revision, messengers, now);
  }

  /// Returns the legal texts.
  Explanations explanations() {
    return new Explanations(texts);
  }

  String category(CategoryKey key) {
    return policy.name(key, texts.language());
  }

  /// Queues have the policy's names; Vigie's own queues have default names.
  String queue(QueueName queue) {
    return policy
        .review()
        .queueName(queue.value(), texts.language())
        .orElseGet(() -> switch (queue.value()) {
          case "danger-to-life", "critical", "high", "medium", "low", "trusted-flaggers" ->
            texts.get("review.queue." + queue.value());
          default -> queue.value();
        });
  }

  /// Returns the name of a keyword of the DSA, such as `KEYWORD_PHISHING`.
  String keyword(String code) {
    return texts.get("keyword." + code);
  }

  Badge severity(Severity severity) {
    Tone tone =
        switch (severity) {
          case CRITICAL -> Tone.BAD;
          case HIGH -> Tone.WARNING;
          case MEDIUM -> Tone.WAITING;
          case LOW -> Tone.NEUTRAL;
        };
    return new Badge(tone, texts.get("review.severity", severity));
  }

  Badge state(CaseState state) {
    Tone tone =
        switch (state) {
          case OPEN -> Tone.WARNING;
          case CLAIMED, PENDING -> Tone.WAITING;
          case DECIDED -> Tone.GOOD;
        };
    return new Badge(tone, texts.get("review.state", state));
  }

  /// Returns how long the clock of a case that waits still runs; empty if it has none.
  Optional<Badge> left(Case one) {
    return one.state() == CaseState.OPEN || one.state() == CaseState.CLAIMED
        ? one.route().dueAt().map(due -> left(one.route().openedAt(), due))
        : Optional.empty();
  }

  private Badge left(Instant opened, Instant due) {
    Duration left = Duration.between(now, due);
    if (left.isNegative()) {
      return new Badge(Tone.BAD, texts.get("review.over", length(left.negated())));
    }
    boolean soon = left.compareTo(Duration.between(opened, due).dividedBy(4)) <= 0;
    return new Badge(soon ? Tone.WARNING : Tone.NEUTRAL, texts.get("review.left", length(left)));
  }

  /// Returns a length of time in whole minutes, hours or days.
  String length(Duration length) {
    if (length.compareTo(Duration.ofHours(2)) < 0) {
      return texts.get("review.length.minutes", length.toMinutes());
    }
    return length.compareTo(Duration.ofDays(4)) < 0
        ? texts.get("review.length.hours", length.toHours())
        : texts.get("review.length.days", length.toDays());
  }

  /// Returns a span of time: in days where it is of whole days.
  String span(Span span) {
    boolean whole = isMidnight(span.from()) && isMidnight(span.to());
    String last = whole ? day(span.to().minus(1, ChronoUnit.DAYS)) : texts.time(span.to());
    if (span.from().equals(Instant.EPOCH)) {
      return texts.get("review.span.until", last);
    }
    String first = whole ? day(span.from()) : texts.time(span.from());
    return first.equals(last) ? first : texts.get("review.span", first, last);
  }

  private static boolean isMidnight(Instant at) {
    return at.truncatedTo(ChronoUnit.DAYS).equals(at);
  }

  private String day(Instant at) {
    return texts.day(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /// Returns why a decision found a violation, for the person concerned.
  String explanation(Verdict.Violation violation) {
    return explanations().explanation(policy, violation.category(), violation.explanation());
  }

  /// Returns measures as a button bears them: `Remove and suspend for 30 days`.
  String button(Collection<Measure> measures) {
    String all = all(measures, "review.button.none");
    return all.substring(0, 1).toUpperCase(texts.language().locale()) + all.substring(1);
  }

  /// Returns measures within a sentence: `remove and suspend for 30 days`.
  String acts(Collection<Measure> measures) {
    return all(measures, "review.policy.none");
  }

  private String all(Collection<Measure> measures, String none) {
    return measures.stream()
        .filter(Measure::acts)
        .map(this::act)
        .reduce((some, one) -> texts.get("review.button.and", some, one))
        .orElseGet(() -> texts.get(none));
  }

  private String act(Measure measure) {
    long days = measure.duration().map(Duration::toDays).orElse(0L);
    String what = texts.get("review.button." + measure.on() + "." + measure.word(), days);
    Set<String> countries = measure.where().countries();
    return countries.isEmpty()
        ? what
        : texts.get("review.button.in", what, countries.stream().sorted().collect(joining(", ")));
  }

  String verdict(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoViolation _ -> texts.get("review.verdict.none");
      case Verdict.Violation violation ->
        texts.get(
            "review.verdict.violation",
            category(violation.category()),
            explanations().measures(violation.measures()));
    };
  }

  /// Returns the value, or a dash.
  static String orDash(Optional<String> text) {
    return text.orElse("–");
  }

  static String named(Optional<Reference> reference) {
    return orDash(reference.map(Reference::value));
  }
}
