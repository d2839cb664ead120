package org.vigie.server.review.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.reversing.CorrectionKind;
import org.vigie.server.review.reversing.CorrectionOutcome;

/// How much harm a person sees, and the rest that follows.
final class WellnessTest {
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  @Test
  void person_whoHasSeenMuchAtAStretch_rests_andAfterADayIsSparedGraveCases() {
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);
    CaseId petty = WORLD.open(ReviewWorld.PETTY);
    PersonId emma = ReviewWorld.person(40);
    WORLD.wellness.saw(emma, grave, Severity.CRITICAL, Sight.SHARP, WORLD.now());
    assertThat(WORLD.desk.claim(emma, petty)).isInstanceOf(ClaimOutcome.Claimed.class);
    WORLD.desk.release(emma, petty);
    WORLD.pass(Duration.ofMinutes(5));
    WORLD.wellness.saw(emma, grave, Severity.CRITICAL, Sight.SHARP, WORLD.now());
    ClaimOutcome rest = new ClaimOutcome.BreakDue(WORLD.now().plus(Duration.ofMinutes(15)));
    assertThat(WORLD.desk.claimNext(emma)).isEqualTo(rest);
    assertThat(WORLD.desk.claim(emma, petty)).isEqualTo(rest);

    WORLD.pass(Duration.ofMinutes(15));
    assertThat(WORLD.next(emma)).isEqualTo(grave);
    WORLD.desk.release(emma, grave);
    for (int i = 0; i < 3; i++) {
      WORLD.wellness.saw(emma, grave, Severity.CRITICAL, Sight.SHARP, WORLD.now());
      WORLD.pass(Duration.ofMinutes(15));
    }
    assertThat(WORLD.next(emma)).isEqualTo(petty);
    assertThat(WORLD.desk.claim(emma, grave)).isInstanceOf(ClaimOutcome.BreakDue.class);
    WORLD.pass(Duration.ofHours(24));
    assertThat(WORLD.desk.claim(emma, grave)).isInstanceOf(ClaimOutcome.Claimed.class);
  }

  @Test
  void changeOfADecision_waitsForTheEndOfABreak_asTheNextCaseDoes() {
    PersonId emma = ReviewWorld.person(1);
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = WORLD.decide(emma, id, new Verdict.NoViolation()).id();
    WORLD.pass(Duration.ofSeconds(10));
    WORLD.settle();
    WORLD.jdbc.sql("delete from review.quality_check").update();
    WORLD.wellness.saw(emma, id, Severity.CRITICAL, Sight.SHARP, WORLD.now());
    WORLD.wellness.saw(emma, id, Severity.CRITICAL, Sight.SHARP, WORLD.now());

    assertThat(WORLD.corrections().ask(emma, decision, CorrectionKind.CHANGE, "I erred."))
        .isEqualTo(new CorrectionOutcome.BreakDue());
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    WORLD.pass(Duration.ofMinutes(15));
    assertThat(WORLD.corrections().ask(emma, decision, CorrectionKind.CHANGE, "I erred."))
        .isInstanceOf(CorrectionOutcome.Done.class);
    assertThat(WORLD.access.holds(emma, id, WORLD.now())).isTrue();
  }
}
