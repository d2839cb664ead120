package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;

/// The number of overdue decisions, as readers get it.
final class OverdueDecisionsTest {
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @Test
  void number_isUnknownUntilItIsCounted_andStaysUntilTheNextCount() {
    OverdueDecisions overdue = new OverdueDecisions(WORLD.finalisation);
    assertThat(overdue.last()).isNaN();
    WORLD.decide(ReviewWorld.person(1), WORLD.open(ReviewWorld.PETTY), new Verdict.NoViolation());
    assertThat(overdue.count()).isEqualTo(Duration.ofSeconds(10));
    assertThat(overdue.last()).isZero();

    WORLD.pass(Duration.ofSeconds(10).plus(Finalisation.LATE).plusMillis(1));
    assertThat(overdue.last()).as("not counted again").isZero();
    overdue.count();
    assertThat(overdue.last()).isEqualTo(1);
  }
}
