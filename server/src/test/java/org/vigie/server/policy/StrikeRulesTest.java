package org.vigie.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.server.policy.StrikeRules.Ladder;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;
import org.vigie.server.policy.StrikeRules.Ladder.Step;

/// Which ladder counts, and which of its steps.
final class StrikeRulesTest {
  private static final CategoryKey SPAM = new CategoryKey("spam");
  private static final CategoryKey FRAUD = new CategoryKey("fraud");
  private static final Sanction NONE = new Sanction.None();
  private static final Sanction WEEK = new Sanction.Suspension(7);
  private static final Sanction BAN = new Sanction.Ban();

  private static final StrikeRules RULES = new StrikeRules(
      90,
      List.of(
          new Ladder(new Reach.Everything(), List.of(new Step(0, BAN))),
          new Ladder(
              new Reach.OfSeverity(Severity.HIGH), List.of(new Step(1, WEEK), new Step(3, BAN))),
          new Ladder(new Reach.OfCategory(SPAM), List.of(new Step(2, WEEK)))));

  @Test
  void ladder_ofTheCategory_countsBeforeThatOfTheSeverityAndTheOneForAll() {
    assertThat(RULES.recommended(SPAM, Severity.HIGH, 1)).isEqualTo(NONE);
    assertThat(RULES.recommended(FRAUD, Severity.HIGH, 1)).isEqualTo(WEEK);
    assertThat(RULES.recommended(FRAUD, Severity.LOW, 0)).isEqualTo(BAN);
    assertThat(StrikeRules.USUAL.recommended(FRAUD, Severity.CRITICAL, 9)).isEqualTo(NONE);
  }

  @Test
  void step_isTheLastOneWhoseStrikesAreThere() {
    assertThat(List.of(0, 1, 2, 3, 50))
        .map(strikes -> RULES.recommended(FRAUD, Severity.HIGH, strikes))
        .containsExactly(NONE, WEEK, WEEK, BAN, BAN);
  }
}
