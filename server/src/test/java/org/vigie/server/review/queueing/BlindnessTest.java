package org.vigie.server.review.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.deciding.ClaimOutcome;

/// Two people decide about such a case: two, and neither knows of the other.
@Tag("slow")
final class BlindnessTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final PersonId BRUNO = ReviewWorld.person(2);
  private static final PersonId LEA = ReviewWorld.person(3);
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
    WORLD.leads.add(LEA);
  }

  private static CaseFile seenBy(PersonId person, CaseId id) {
    return WORLD.pages().open(id, person).orElseThrow();
  }

  private static Verdict violation() {
    return ReviewWorld.violation(ReviewWorld.TWICE);
  }

  @Test
  void firstReviewer_whoHadSkippedTheCase_isNotTheSecond() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    WORLD.desk.claim(ANNA, id);
    WORLD.desk.skip(ANNA, id, "");
    WORLD.desk.claim(ANNA, id);
    WORLD.decideFinally(ANNA, id, violation());

    assertThat(WORLD.get(id).stage()).isEqualTo(Stage.SECOND);
    assertThat(WORLD.desk.claim(ANNA, id)).isInstanceOf(ClaimOutcome.Conflict.class);
    assertThat(WORLD.desk.claim(BRUNO, id)).isInstanceOf(ClaimOutcome.Claimed.class);
  }

  @Test
  void firstReviewer_isHiddenFromTheSecondWholly() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    WORLD.desk.claim(ANNA, id);
    seenBy(ANNA, id);
    WORLD.pages().note(ANNA, id, "I have seen this before.");
    Decision early = WORLD.decide(ANNA, id, violation());
    assertThat(seenBy(BRUNO, id).decisions()).as("while it can still be undone").isEmpty();
    WORLD.desk.undo(ANNA, early.id());
    assertThat(seenBy(BRUNO, id).decisions()).as("undone").isEmpty();
    assertThat(seenBy(ANNA, id).decisions()).hasSize(1);
    WORLD.decideFinally(ANNA, id, violation());

    CaseFile second = seenBy(BRUNO, id);
    assertThat(second.decisions()).isEmpty();
    assertThat(second.notes()).isEmpty();
    assertThat(second.present()).isEmpty();
    WORLD.decideFinally(BRUNO, id, new Verdict.NoViolation());
    CaseFile third = seenBy(LEA, id);
    assertThat(third.decisions()).hasSize(2);
    assertThat(third.notes()).hasSize(1);
  }

  @Test
  void lead_whoPassedACaseUp_doesNotDecideItAlone() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    WORLD.desk.claim(LEA, id);
    WORLD.desk.passUp(LEA, id);
    WORLD.pass(Duration.ofSeconds(1));

    assertThat(WORLD.desk.claim(LEA, id)).isInstanceOf(ClaimOutcome.Conflict.class);
  }
}
