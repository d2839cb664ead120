package org.vigie.server.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.report.NoticeId;

/// The finding of a decision about a case.
public sealed interface Verdict {
  /// There is no violation.
  ///
  /// @param manifestlyUnfounded notices of the case that cannot have been sent in good faith,
  ///     Regulation (EU) 2022/2065, Art. 23(2); counted for a lead to weigh, no more
  record NoViolation(Set<NoticeId> manifestlyUnfounded) implements Verdict {
    public NoViolation {
      manifestlyUnfounded = Set.copyOf(manifestlyUnfounded);
    }

    public NoViolation() {
      this(Set.of());
    }
  }

  /// The case belongs to a category of the policy, and measures follow.
  ///
  /// @param keywords of the DSA, from the category's
  /// @param ground the law, or the clause of the terms
  record Violation(
      CategoryKey category,
      List<String> keywords,
      List<Measure> measures,
      LegalGround ground,
      Explanation explanation)
      implements Verdict {
    public Violation {
      keywords = List.copyOf(keywords);
      measures = List.copyOf(measures);
      if (measures.isEmpty()) {
        throw new IllegalArgumentException("a violation has a measure, perhaps `none`");
      }
    }
  }

  /// Returns whether two verdicts agree: both find no violation, or both find the same category
  /// and the same measures. Explanations may differ.
  default boolean agreesWith(Verdict other) {
    return violated().equals(other.violated()) && measured().equals(other.measured());
  }

  private Set<Measure> measured() {
    return switch (this) {
      case NoViolation _ -> Set.of();
      case Violation violation -> Set.copyOf(violation.measures());
    };
  }

  /// Returns the measures that change anything.
  default List<Measure> acting() {
    return switch (this) {
      case NoViolation _ -> List.of();
      case Violation violation ->
        violation.measures().stream().filter(Measure::acts).toList();
    };
  }

  /// Returns the category of the violation; empty without one.
  default Optional<CategoryKey> violated() {
    return switch (this) {
      case NoViolation _ -> Optional.empty();
      case Violation violation -> Optional.of(violation.category());
    };
  }
}
