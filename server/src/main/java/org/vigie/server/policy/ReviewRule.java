package org.vigie.server.policy;

import java.util.Optional;

/// How cases of one category are handled.
///
/// @param queue where they wait, unless a lane of their own comes first; by default that of
///     their severity
/// @param secondReviewer whether a second person decides, without seeing what the first decided
/// @param clock the key of the clock that begins with the first scan or notice
/// @param law the provision that such content breaks, as people cite it; without one, decisions
///     rely on the terms unless a reviewer says otherwise
public record ReviewRule(
    CategoryKey category,
    Optional<String> queue,
    boolean secondReviewer,
    Optional<String> clock,
    Optional<String> law) {
  /// Returns the rule of a category about which nothing is said.
  public static ReviewRule usual(CategoryKey category) {
    return new ReviewRule(category, Optional.empty(), false, Optional.empty(), Optional.empty());
  }
}
