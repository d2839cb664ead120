package org.vigie.server.review.deciding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.connector.Subject;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.Verdict.NoViolation;
import org.vigie.server.review.Verdict.Violation;
import org.vigie.server.review.deciding.DecideOutcome.Malformed;

/// Checks a verdict: a revision of the policy has to allow it, and the person concerned has to be
/// able to understand it.
final class VerdictCheck {
  private static final String ANY_CATEGORY = "KEYWORD_OTHER";

  /// A text in double brackets, and a double bracket without its counterpart.
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[^\\]]*]]|\\[\\[|]]");

  private static final int MOST_REFERENCE = 500;
  private static final int MOST_EXPLANATION = 5_000;

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

  private Stream<Malformed> measures(List<Measure> measures) {
    long scopes = measures.stream().map(Measure::on).distinct().count();
    Stream<Malformed> twice =
        scopes < measures.size() ? wrong("measures", "twice-on-the-same").stream() : Stream.empty();
    return Stream.concat(
        twice,
        IntStream.range(0, measures.size())
            .boxed()
            .filter(i -> !isThere(measures.get(i).on()))
            .flatMap(i -> wrong("measures[" + i + "].on", "not-known").stream()));
  }

  private boolean isThere(Measure.Scope on) {
    return switch (on) {
      case CONTENT -> true;
      case ACCOUNT -> subject.account().isPresent();
      case ROOM -> subject.room().isPresent();
    };
  }

  private static Optional<Malformed> ground(LegalGround ground) {
    if (ground.reference().isBlank()) {
      return wrong("ground", "missing");
    }
    return ground.reference().length() > MOST_REFERENCE
        ? wrong("ground", "too-long")
        : Optional.empty();
  }

  /// Facts have no words to check.
  private static Optional<Malformed> explanation(Explanation explanation) {
    return switch (explanation) {
      case Explanation.Match _ -> Optional.empty();
      case Explanation.Written(String text) -> text(text);
    };
  }

  private static Optional<Malformed> text(String explanation) {
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
