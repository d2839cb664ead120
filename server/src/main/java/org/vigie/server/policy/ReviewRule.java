package org.vigie.server.policy;

import java.util.Map;
import java.util.Optional;
import org.vigie.server.frame.Language;

/// How cases of one category are handled.
///
/// @param queue where they wait, unless a lane of their own comes first; by default that of
///     their severity
/// @param secondReviewer whether a second person decides, without seeing what the first decided
/// @param clock the key of the clock that begins with the first scan or notice
/// @param law the provision that such content breaks, as people cite it; without one, decisions
///     rely on the terms unless a reviewer says otherwise
/// @param explanation what the person concerned is told, by language; what only a reviewer can
///     say stands in double brackets. Empty where the policy leaves it to Vigie
public record ReviewRule(
    CategoryKey category,
    Optional<String> queue,
    boolean secondReviewer,
    Optional<String> clock,
    Optional<String> law,
    Map<Language, String> explanation) {
  public ReviewRule {
    explanation = Map.copyOf(explanation);
  }

  /// Returns the rule of a category about which nothing is said.
  public static ReviewRule usual(CategoryKey category) {
    return new ReviewRule(
        category, Optional.empty(), false, Optional.empty(), Optional.empty(), Map.of());
  }
}
