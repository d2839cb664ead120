package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;

/// Nobody closes an account or a room for good about media that they have not looked at, unless
/// they say why.
@Tag("slow")
final class NotLookedAtTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final Measure BAN = new Measure.OnAccount(new Sanction.Ban());
  private static final Measure SUSPENSION = new Measure.OnAccount(new Sanction.Suspension(30));
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  private static CaseId held() {
    CaseId id = WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false)).orElseThrow();
    WORLD.desk.claim(ANNA, id);
    return id;
  }

  private static DecideOutcome decide(CaseId id, Measure measure, Optional<LookWaiver> waiver) {
    Verdict.Violation usual = ReviewWorld.violation(ReviewWorld.PETTY);
    Verdict verdict = new Verdict.Violation(
        usual.category(), usual.keywords(), List.of(measure), usual.ground(), usual.explanation());
    Ruling ruling = new Ruling(WORLD.get(id).version(), verdict, Optional.empty(), waiver);
    return WORLD.desk.decide(ANNA, id, ruling);
  }

  private static List<String> ledger(CaseId id) {
    return WORLD
        .jdbc
        .sql("select act || ' ' || detail from access.ledger"
            + " where act like '%decided%' and subject = :case")
        .param("case", id.reference())
        .query(String.class)
        .list();
  }

  @Test
  void ban_byWhoHasNotLooked_isRefusedAndTheCaseStaysTheirs() {
    WORLD.unseeing.add(ANNA);
    CaseId id = held();

    assertThat(decide(id, BAN, Optional.empty())).isInstanceOf(DecideOutcome.NotLookedAt.class);
    assertThat(WORLD.desk.keep(ANNA, id)).as("still held").isTrue();
    assertThat(ledger(id)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void ban_withAReasonNotToLook_isDecidedAndTheReasonIsInTheLedger(LookWaiver waiver) {
    WORLD.unseeing.add(ANNA);

    CaseId id = held();
    assertThat(decide(id, BAN, Optional.of(waiver))).isInstanceOf(DecideOutcome.Decided.class);
    assertThat(ledger(id)).containsExactly("decided unseen " + waiver.word());
  }

  @Test
  void ban_byWhoHasLooked_needsNoReason_andOneThatIsSentIsNotRecorded() {
    CaseId id = held();
    assertThat(decide(id, BAN, Optional.of(LookWaiver.TEXT_IS_ENOUGH)))
        .isInstanceOf(DecideOutcome.Decided.class);
    assertThat(ledger(id)).containsExactly("case decided ");
  }

  @Test
  void suspension_byWhoHasNotLooked_needsNoReason() {
    WORLD.unseeing.add(ANNA);

    assertThat(decide(held(), SUSPENSION, Optional.empty()))
        .isInstanceOf(DecideOutcome.Decided.class);
  }

  @Test
  void ban_ofSeveralCases_leavesOutThoseThatNobodyLookedAt() {
    WORLD.unseeing.add(ANNA);
    CaseId id = WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false)).orElseThrow();
    Verdict.Violation usual = ReviewWorld.violation(ReviewWorld.PETTY);
    Verdict ban = new Verdict.Violation(
        usual.category(), usual.keywords(), List.of(BAN), usual.ground(), usual.explanation());

    assertThat(WORLD.bulk().preview(ANNA, List.of(id), ban))
        .extracting(BulkForecast::skip)
        .containsExactly(Optional.of(BulkSkip.NOT_LOOKED_AT));
    assertThat(WORLD
            .bulk()
            .decide(ANNA, List.of(new Bulk.Chosen(id, WORLD.get(id).version())), ban))
        .containsExactly(new BulkOutcome.Skipped(id, BulkSkip.NOT_LOOKED_AT));
  }
}
