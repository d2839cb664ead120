package org.vigie.server.review.reversing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionReversed;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.reversing.OwnDecision.Life;
import org.vigie.server.review.store.OwnDecisionStore;

/// Decisions that people reverse, change or have looked at again.
final class CorrectionsTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final PersonId BRUNO = ReviewWorld.person(2);
  private static final PersonId LEA = ReviewWorld.person(3);
  private static final PersonId LUC = ReviewWorld.person(4);
  private static final String WHY = "The picture shows something else.";
  private static final ReviewWorld WORLD = new ReviewWorld();

  private final Corrections corrections = WORLD.corrections();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
    WORLD.leads.addAll(List.of(LEA, LUC));
  }

  private static DecisionId decided(CaseId id, Verdict verdict) {
    Decision decision = WORLD.decide(ANNA, id, verdict);
    WORLD.pass(Duration.ofSeconds(10));
    assertThat(WORLD.settle()).isEqualTo(1);
    judged();
    return decision.id();
  }

  /// The policy of this world samples every decision; here no sample waits.
  private static void judged() {
    WORLD.jdbc.sql("delete from review.quality_check").update();
  }

  private static Verdict ban() {
    return ban(ReviewWorld.PETTY);
  }

  private static Verdict ban(CategoryKey category) {
    return new Verdict.Violation(
        category,
        List.of("KEYWORD_COORDINATED_HARM"),
        List.of(
            new Measure.OnContent(ContentMeasure.QUARANTINE),
            new Measure.OnAccount(new Sanction.Ban())),
        new LegalGround(true, "a law, article 1"),
        new Explanation.Written("It shows what the law forbids."));
  }

  private static List<String> acts(CaseId id) {
    return WORLD
        .jdbc
        .sql("select act from access.ledger where subject = :subject order by entry_id")
        .param("subject", id.reference())
        .query(String.class)
        .list();
  }

  private static List<Life> lives(PersonId person) {
    return new OwnDecisions(new OwnDecisionStore(WORLD.jdbc), WORLD.decisions, WORLD.transactions)
        .of(person, 7, 0, 10).stream().map(OwnDecision::life).toList();
  }

  @Test
  void ownDecision_reversedWithAReason_isOpenForOthers() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(lives(ANNA)).containsExactly(Life.STANDS);
    WORLD.told.clear();

    assertThat(corrections.ask(ANNA, decision, CorrectionKind.REVERSE, " \n"))
        .isEqualTo(new CorrectionOutcome.NoReason());
    assertThat(corrections.ask(ANNA, decision, CorrectionKind.REVERSE, "x".repeat(2_001)))
        .isEqualTo(new CorrectionOutcome.NoReason());
    assertThat(corrections.ask(BRUNO, decision, CorrectionKind.REVERSE, WHY))
        .isEqualTo(new CorrectionOutcome.NotAllowed());
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);

    assertThat(corrections.ask(ANNA, decision, CorrectionKind.REVERSE, WHY))
        .isInstanceOf(CorrectionOutcome.Done.class);

    assertThat(WORLD.told).contains(new DecisionReversed(decision));
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
    assertThat(WORLD.desk.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(acts(id)).endsWith("case reopened", "decision reversed");
    assertThat(lives(ANNA)).containsExactly(Life.REVERSED);
    assertThat(corrections.ask(ANNA, decision, CorrectionKind.REVERSE, WHY))
        .isEqualTo(new CorrectionOutcome.Late());
  }

  @Test
  void ownDecision_changed_isHeldByItsMaker_andTheFormerStaysReadable() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ReviewWorld.violation(ReviewWorld.PETTY));

    assertThat(corrections.ask(ANNA, decision, CorrectionKind.CHANGE, WHY))
        .isInstanceOf(CorrectionOutcome.Done.class);

    assertThat(WORLD.access.holds(ANNA, id, WORLD.now())).isTrue();
    CaseFile.PastDecision former =
        WORLD.pages().open(id, ANNA).orElseThrow().decisions().getFirst();
    assertThat(former.standing()).isEqualTo(CaseFile.Standing.REVERSED);
    assertThat(former.correction().orElseThrow().asked().reason()).isEqualTo(WHY);
    assertThat(lives(ANNA)).containsExactly(Life.CHANGED);

    WORLD.decideFinally(ANNA, id, new Verdict.NoViolation());
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(lives(ANNA)).containsExactly(Life.STANDS, Life.CHANGED);
    assertThat(WORLD.desk.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
  }

  @Test
  void ban_isLiftedOnlyIfAnotherPersonAgrees() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ban());

    CorrectionOutcome asked = corrections.ask(ANNA, decision, CorrectionKind.REVERSE, WHY);
    assertThat(asked).isInstanceOf(CorrectionOutcome.Waits.class);
    CorrectionId request = ((CorrectionOutcome.Waits) asked).correction().id();
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(lives(ANNA)).containsExactly(Life.ASKED);
    assertThat(corrections.ask(ANNA, decision, CorrectionKind.CHANGE, WHY))
        .as("one waits")
        .isEqualTo(new CorrectionOutcome.Late());

    assertThat(corrections.answer(ANNA, request, true, WHY))
        .as("nobody agrees with themselves")
        .isEqualTo(new CorrectionOutcome.NotAllowed());
    assertThat(corrections.answer(BRUNO, request, true, ""))
        .isEqualTo(new CorrectionOutcome.NoReason());
    assertThat(corrections.waiting(BRUNO)).hasSize(1);
    assertThat(corrections.waitingFor(ANNA)).isZero();

    assertThat(corrections.answer(BRUNO, request, true, "It is so."))
        .isInstanceOf(CorrectionOutcome.Done.class);
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
    assertThat(acts(id))
        .endsWith("correction asked", "correction agreed", "case reopened", "decision reversed");
    assertThat(corrections.answer(BRUNO, request, true, "It is so."))
        .isEqualTo(new CorrectionOutcome.Late());
  }

  @Test
  void ban_whoseLiftingIsDeclinedOrWithdrawn_stands() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ban());
    CorrectionId first = waits(corrections.ask(ANNA, decision, CorrectionKind.REVERSE, WHY));

    assertThat(corrections.answer(BRUNO, first, false, "It is clear."))
        .isInstanceOf(CorrectionOutcome.Stands.class);
    CorrectionId second = waits(corrections.ask(ANNA, decision, CorrectionKind.CHANGE, WHY));
    assertThat(corrections.withdraw(BRUNO, second)).isEqualTo(new CorrectionOutcome.Late());
    assertThat(corrections.withdraw(ANNA, second)).isInstanceOf(CorrectionOutcome.Stands.class);

    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(lives(ANNA)).containsExactly(Life.STANDS);
    assertThat(acts(id))
        .endsWith(
            "correction asked", "correction declined", "correction asked", "correction withdrawn");
  }

  private static CorrectionId waits(CorrectionOutcome outcome) {
    return ((CorrectionOutcome.Waits) outcome).correction().id();
  }

  /// Otherwise the second person that a ban of a change needs would be saved by deciding mildly
  /// first.
  @Test
  void ban_imposedByAChange_takesEffectOnlyWithASecondReviewer() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, new Verdict.NoViolation());
    corrections.ask(ANNA, decision, CorrectionKind.CHANGE, WHY);

    WORLD.decideFinally(ANNA, id, ban());

    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
    assertThat(WORLD.get(id).stage()).isEqualTo(Stage.SECOND);
    assertThat(lives(ANNA)).containsExactly(Life.WAITS, Life.CHANGED);
    assertThat(WORLD.desk.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    WORLD.decideFinally(BRUNO, id, ban());
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(lives(ANNA)).containsExactly(Life.ONE_OF_SEVERAL, Life.CHANGED);
  }

  @Test
  void lead_hasADecisionOfAnotherLookedAtAgain_butNotOneThatIsHiddenFromThem() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    Decision sampled = WORLD.decide(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    WORLD.pass(Duration.ofSeconds(10));
    WORLD.settle();
    assertThat(corrections.ask(LEA, sampled.id(), CorrectionKind.LOOK_AGAIN, WHY))
        .as("a sample that waits")
        .isEqualTo(new CorrectionOutcome.NotAllowed());
    judged();

    assertThat(corrections.ask(BRUNO, sampled.id(), CorrectionKind.LOOK_AGAIN, WHY))
        .isEqualTo(new CorrectionOutcome.NotAllowed());
    assertThat(corrections.ask(LEA, sampled.id(), CorrectionKind.LOOK_AGAIN, WHY))
        .isInstanceOf(CorrectionOutcome.Done.class);

    assertThat(acts(id)).endsWith("decision looked at again");
    assertThat(WORLD.desk.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(WORLD.pages().open(id, BRUNO).orElseThrow().decisions()).hasSize(1);
    assertThat(WORLD.desk.claim(BRUNO, id)).isInstanceOf(ClaimOutcome.Claimed.class);
  }

  @Test
  void freshReviewer_whereTwoPeopleDecide_seesNothingOfTheDecisionBefore() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.TWICE));
    Decision second = WORLD.decide(BRUNO, id, ReviewWorld.violation(ReviewWorld.TWICE));
    WORLD.pass(Duration.ofSeconds(10));
    WORLD.settle();
    judged();
    WORLD.pages().note(BRUNO, id, "I decided so because.");

    corrections.ask(LEA, second.id(), CorrectionKind.LOOK_AGAIN, WHY);

    CaseFile seen = WORLD.pages().open(id, LUC).orElseThrow();
    assertThat(seen.decisions()).isEmpty();
    assertThat(seen.notes()).isEmpty();
    assertThat(WORLD.pages().open(id, LEA).orElseThrow().decisions()).isNotEmpty();
    assertThat(WORLD.desk.claim(LEA, id)).as("knows it").isEqualTo(new ClaimOutcome.Conflict());
    assertThat(WORLD.desk.claim(LUC, id)).isInstanceOf(ClaimOutcome.Claimed.class);
  }

  @Test
  void requestAboutADecisionThatEndedOtherwise_isNeitherListedNorCarriedOut() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ban());
    CorrectionId request = waits(corrections.ask(ANNA, decision, CorrectionKind.REVERSE, WHY));
    WORLD.reversals().reverse(decision, new Caller.Vigie());

    assertThat(corrections.waiting(BRUNO)).isEmpty();
    assertThat(corrections.answer(BRUNO, request, true, WHY))
        .isEqualTo(new CorrectionOutcome.Late());
    WORLD.decideFinally(BRUNO, id, new Verdict.NoViolation());
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(corrections.waiting(LUC))
        .as("about a decision that no longer counts")
        .isEmpty();
    assertThat(corrections.waitingFor(LUC)).isZero();
    assertThat(corrections.withdraw(ANNA, request)).isInstanceOf(CorrectionOutcome.Stands.class);
  }

  /// They have read the verdict in the request that they agreed to.
  @Test
  void personWhoAgreed_whereTheNextReviewerIsNotToKnowTheDecision_isNotThatReviewer() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    WORLD.decideFinally(ANNA, id, ban(ReviewWorld.TWICE));
    Decision second = WORLD.decide(BRUNO, id, ban(ReviewWorld.TWICE));
    WORLD.pass(Duration.ofSeconds(10));
    WORLD.settle();
    judged();
    CorrectionId request = waits(corrections.ask(LEA, second.id(), CorrectionKind.LOOK_AGAIN, WHY));

    assertThat(corrections.answer(LUC, request, true, WHY))
        .isInstanceOf(CorrectionOutcome.Done.class);

    assertThat(WORLD.desk.claim(LUC, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(WORLD.desk.claim(LEA, id)).isEqualTo(new ClaimOutcome.Conflict());
  }

  @Test
  void secondReviewerOfAChange_doesNotReadWhyItWasAskedFor() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, new Verdict.NoViolation());
    corrections.ask(ANNA, decision, CorrectionKind.CHANGE, "It is a ban after all.");
    WORLD.decideFinally(ANNA, id, ban());

    List<CaseFile.PastDecision> seen =
        WORLD.pages().open(id, BRUNO).orElseThrow().decisions();

    assertThat(seen).hasSize(1).allMatch(past -> past.correction().isEmpty());
    assertThat(WORLD.pages().open(id, ANNA).orElseThrow().decisions())
        .anyMatch(past -> past.correction().isPresent());
  }
}
