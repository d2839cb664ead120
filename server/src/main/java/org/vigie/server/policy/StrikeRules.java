package org.vigie.server.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;

/// Which earlier decisions count against an account, and what follows.
///
/// @param days for how many days a violation counts, 1 to [#LONGEST]
/// @param ladders at most one for each reach
public record StrikeRules(int days, List<Ladder> ladders) {
  /// The longest time that a violation can count, in days.
  public static final int LONGEST = 3_660;

  /// What holds where a catalogue says nothing.
  public static final StrikeRules USUAL = new StrikeRules(365, List.of());

  public StrikeRules {
    ladders = List.copyOf(ladders);
  }

  /// Returns the ladder that counts for a category, where there is one: its own, otherwise that
  /// of its severity, otherwise the one for all.
  public Optional<Ladder> of(CategoryKey category, Severity severity) {
    Stream<Reach> narrowestFirst = Stream.of(
        new Reach.OfCategory(category), new Reach.OfSeverity(severity), new Reach.Everything());
    return narrowestFirst.flatMap(reach -> ladder(reach).stream()).findFirst();
  }

  /// Returns what the policy recommends about an account.
  ///
  /// @param severity of the category
  /// @param strikes how many there were before
  public Sanction recommended(CategoryKey category, Severity severity, int strikes) {
    return of(category, severity)
        .map(ladder -> ladder.after(strikes))
        .orElseGet(Sanction.None::new);
  }

  private Optional<Ladder> ladder(Reach reach) {
    return ladders.stream().filter(ladder -> ladder.reach().equals(reach)).findFirst();
  }

  /// What follows the more often an account was found to break the rules before.
  ///
  /// @param steps each wants more strikes than the one before
  public record Ladder(Reach reach, List<Step> steps) {
    public Ladder {
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
}
