package org.vigie.server.policy;

import java.util.List;

/// What follows the more often an account was found to break the rules before.
///
/// @param steps each wants more strikes than the one before
public record StrikeLadder(Reach reach, List<Step> steps) {
  public StrikeLadder {
    steps = List.copyOf(steps);
  }

  /// What a ladder is for; the narrowest that fits a case counts.
  public sealed interface Reach {
    /// One category.
    record OfCategory(CategoryKey category) implements Reach {}

    /// All categories of a severity.
    record OfSeverity(Severity severity) implements Reach {}

    /// All.
    record Everything() implements Reach {}
  }

  /// What follows from some strikes on.
  ///
  /// @param strikes how many there were before, at least
  public record Step(int strikes, Sanction sanction) {}

  /// Returns what follows.
  ///
  /// @param strikes how many there were before
  public Sanction after(int strikes) {
    return steps.stream()
        .filter(step -> step.strikes() <= strikes)
        .reduce((_, last) -> last)
        .map(Step::sanction)
        .orElseGet(Sanction.None::new);
  }
}
