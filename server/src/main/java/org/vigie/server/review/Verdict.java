package org.vigie.server.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.NoticeId;

/// What a decision says about a case.
public sealed interface Verdict {
  /// Nothing is wrong with it.
  ///
  /// @param manifestlyUnfounded which notices of the case nobody could have sent in good faith,
  ///     Regulation (EU) 2022/2065, Art. 23(2); counted for a lead to weigh, no more
  record NoViolation(Set<NoticeId> manifestlyUnfounded) implements Verdict {
    public NoViolation {
      manifestlyUnfounded = Set.copyOf(manifestlyUnfounded);
    }

    public NoViolation() {
      this(Set.of());
    }
  }

  /// It is one of the policy's categories, and measures follow.
  ///
  /// @param keywords of the DSA, from the category's
  /// @param ground the law, or the clause of the terms
  /// @param explanation why, for the person concerned; without placeholders
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

  /// On what a decision relies, Regulation (EU) 2022/2065, Art. 17(3)(d) and (e).
  ///
  /// @param illegal whether a law is broken; otherwise only the terms
  /// @param reference the provision, or the clause
  record LegalGround(boolean illegal, String reference) {}

  /// Returns whether two people say the same: both that nothing is wrong, or the same category
  /// and the same measures, however they explain it.
  default boolean agreesWith(Verdict other) {
    return violated().equals(other.violated()) && measured().equals(other.measured());
  }

  private Set<ScopedMeasure> measured() {
    return this instanceof Violation violation ? Set.copyOf(violation.measures()) : Set.of();
  }

  /// Returns the category, where there is a violation.
  default Optional<CategoryKey> violated() {
    return switch (this) {
      case NoViolation _ -> Optional.empty();
      case Violation violation -> Optional.of(violation.category());
    };
  }
}
