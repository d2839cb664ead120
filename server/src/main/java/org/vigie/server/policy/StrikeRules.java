package org.vigie.server.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;

/// The earlier decisions that count against an account, and their consequences.
///
/// @param days the days for which a violation counts, 1 to [#LONGEST]
/// @param ladders at most one for each reach
public record StrikeRules(int days, List<Ladder> ladders) {
  /// The longest time that a violation can count, in days.
  public static final int LONGEST = 3_660;

  /// The default.
  public static final StrikeRules USUAL = new StrikeRules(365, List.of());

  public StrikeRules {
    ladders = List.copyOf(ladders);
  }

  /// Returns the ladder of a category, if there is one: its own, otherwise that of its severity,
  /// otherwise the one for all.
  public Optional<Ladder> of(CategoryKey category, Severity severity) {
    Stream<Reach> narrowestFirst = Stream.of(
        new Reach.OfCategory(category), new Reach.OfSeverity(severity), new Reach.Everything());
    return narrowestFirst.flatMap(reach -> ladder(reach).stream()).findFirst();
  }

  /// Returns the sanction that the policy recommends for an account.
  ///
  /// @param severity of the category
  /// @param strikes the number of earlier violations
  public Sanction recommended(CategoryKey category, Severity severity, int strikes) {
    return of(category, severity)
        .map(ladder -> ladder.after(strikes))
        .orElseGet(Sanction.None::new);
  }

  private Optional<Ladder> ladder(Reach reach) {
    return ladders.stream().filter(ladder -> ladder.reach().equals(reach)).findFirst();
  }

  /// The sanctions that follow more and more earlier violations.
  ///
  /// @param steps each wants more strikes than the one before
  public record Ladder(Reach reach, List<Step> steps) {
    public Ladder {
      steps = List.copyOf(steps);
    }

    /// The reach of a ladder; the narrowest that fits a case counts.
    public sealed interface Reach {
      /// One category.
      record OfCategory(CategoryKey category) implements Reach {}

      /// All categories of a severity.
      record OfSeverity(Severity severity) implements Reach {}

      /// All.
      record Everything() implements Reach {}
    }

    /// The sanction from some number of strikes on.
    ///
    /// @param strikes the least number of earlier strikes
    public record Step(int strikes, Sanction sanction) {}

    /// Returns the sanction.
    ///
    /// @param strikes the number of earlier violations
    public Sanction after(int strikes) {
      return steps.stream()
          .filter(step -> step.strikes() <= strikes)
          .reduce((_, last) -> last)
          .map(Step::sanction)
          .orElseGet(Sanction.None::new);
    }
  }
}
