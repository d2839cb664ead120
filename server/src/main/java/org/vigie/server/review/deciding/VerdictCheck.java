package org.vigie.server.review.deciding;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.connector.Subject;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.ScopedMeasure;
import org.vigie.server.review.ScopedMeasure.On;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.Verdict.NoViolation;
import org.vigie.server.review.Verdict.Violation;
import org.vigie.server.review.deciding.DecideOutcome.Malformed;

/// Checks a verdict: a revision of the policy has to allow it, and the person concerned has to be
/// able to understand it.
final class VerdictCheck {
  static final String SUSPEND = "suspend";
  static final String BAN = "ban";

  private static final String ANY_CATEGORY = "KEYWORD_OTHER";

  /// A text in double brackets, and a double bracket without its counterpart.
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[^\\]]*]]|\\[\\[|]]");

  private static final int MOST_REFERENCE = 500;
  private static final int MOST_EXPLANATION = 5_000;
  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> OF_CONTENT =
      Arrays.stream(Measure.values()).map(Measure::word).collect(Collectors.toUnmodifiableSet());

  private final PolicyCatalogue policy;
  private final Subject subject;
  private final Set<NoticeId> notices;

  /// @param notices of the case
  VerdictCheck(PolicyCatalogue policy, Subject subject, Set<NoticeId> notices) {
    this.policy = policy;
    this.subject = subject;
    this.notices = Set.copyOf(notices);
  }

  /// Returns the first defect.
  Optional<Malformed> defect(Verdict verdict) {
    return switch (verdict) {
      case NoViolation none ->
        notices.containsAll(none.manifestlyUnfounded())
            ? Optional.empty()
            : wrong("unfounded", "unknown");
      case Violation violation -> defects(violation).findFirst();
    };
  }

  private Stream<Malformed> defects(Violation violation) {
    return Stream.of(
            category(violation).stream(),
            measures(violation.measures()),
            ground(violation.ground()).stream(),
            explanation(violation.explanation()).stream())
        .flatMap(defects -> defects);
  }

  private Optional<Malformed> category(Violation violation) {
    Optional<Category> category = policy.find(violation.category());
    if (category.isEmpty()) {
      return wrong("category", "unknown");
    }
    if (violation.keywords().isEmpty()) {
      return wrong("keywords", "missing");
    }
    boolean known = violation.keywords().stream()
        .allMatch(
            word -> word.equals(ANY_CATEGORY) || category.get().dsaKeywords().contains(word));
    return known ? Optional.empty() : wrong("keywords", "not-of-the-category");
  }

  private Stream<Malformed> measures(List<ScopedMeasure> measures) {
    long scopes = measures.stream().map(ScopedMeasure::on).distinct().count();
    Stream<Malformed> twice =
        scopes < measures.size() ? wrong("measures", "twice-on-the-same").stream() : Stream.empty();
    return Stream.concat(
        twice,
        IntStream.range(0, measures.size())
            .boxed()
            .flatMap(i -> measure("measures[" + i + "]", measures.get(i)).stream()));
  }

  private Optional<Malformed> measure(String field, ScopedMeasure measure) {
    if (!isKnown(measure)) {
      return wrong(field + ".word", "unknown");
    }
    if (!isThere(measure.on())) {
      return wrong(field + ".on", "not-known");
    }
    if (!COUNTRIES.containsAll(measure.countries())) {
      return wrong(field + ".countries", "unknown");
    }
    return duration(field + ".duration", measure);
  }

  private static boolean isKnown(ScopedMeasure measure) {
    return switch (measure.on()) {
      case CONTENT -> OF_CONTENT.contains(measure.word());
      case ACCOUNT, ROOM -> measure.word().equals(SUSPEND) || measure.word().equals(BAN);
    };
  }

  private boolean isThere(On on) {
    return switch (on) {
      case CONTENT -> true;
      case ACCOUNT -> subject.account().isPresent();
      case ROOM -> subject.room().isPresent();
    };
  }

  /// A suspension has a duration, a ban has none.
  private static Optional<Malformed> duration(String field, ScopedMeasure measure) {
    if (measure.duration().isEmpty()) {
      return measure.word().equals(SUSPEND) ? wrong(field, "missing") : Optional.empty();
    }
    Duration length = measure.duration().get();
    if (measure.word().equals(BAN)) {
      return wrong(field, "not-of-a-ban");
    }
    return length.isPositive() && length.compareTo(LONGEST) <= 0
        ? Optional.empty()
        : wrong(field, "out-of-range");
  }

  private static Optional<Malformed> ground(Verdict.LegalGround ground) {
    if (ground.reference().isBlank()) {
      return wrong("ground", "missing");
    }
    return ground.reference().length() > MOST_REFERENCE
        ? wrong("ground", "too-long")
        : Optional.empty();
  }

  private static Optional<Malformed> explanation(String explanation) {
    if (explanation.isBlank()) {
      return wrong("explanation", "missing");
    }
    Matcher left = PLACEHOLDER.matcher(explanation);
    if (left.find()) {
      return Optional.of(new Malformed("explanation", "placeholder", Optional.of(left.group())));
    }
    return explanation.length() > MOST_EXPLANATION
        ? wrong("explanation", "too-long")
        : Optional.empty();
  }

  private static Optional<Malformed> wrong(String field, String defect) {
    return Optional.of(new Malformed(field, defect));
  }
}
