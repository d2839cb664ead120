package org.vigie.server.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.policy.CategoryKey;
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
  /// @param explanation for the person concerned; without placeholders
  record Violation(
      CategoryKey category,
      List<String> keywords,
      List<ScopedMeasure> measures,
      LegalGround ground,
      String explanation)
      implements Verdict {
    public Violation {
      keywords = List.copyOf(keywords);
      measures = List.copyOf(measures);
      if (measures.isEmpty()) {
        throw new IllegalArgumentException("a violation has a measure, perhaps `none`");
      }
    }
  }

  /// The ground of a decision, Regulation (EU) 2022/2065, Art. 17(3)(d) and (e).
  ///
  /// @param illegal whether a law is broken; otherwise only the terms
  /// @param reference the provision, or the clause
  record LegalGround(boolean illegal, String reference) {}

  /// Returns whether two verdicts agree: both find no violation, or both find the same category
  /// and the same measures. Explanations may differ.
  default boolean agreesWith(Verdict other) {
    return violated().equals(other.violated()) && measured().equals(other.measured());
  }

  private Set<ScopedMeasure> measured() {
    return this instanceof Violation violation ? Set.copyOf(violation.measures()) : Set.of();
  }

  /// Returns the category of the violation; empty without one.
  default Optional<CategoryKey> violated() {
    return switch (this) {
      case NoViolation _ -> Optional.empty();
      case Violation violation -> Optional.of(violation.category());
    };
  }
}
