package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.connector.MessengerId;
import org.vigie.server.access.PersonId;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.report.Circumstances;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.opening.NewSource;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.store.WellnessStore;

/// The facts before a decision: strikes, the policy's recommendation, and reasons for caution.
@Tag("slow")
final class OutlookTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final PersonId BRUNO = ReviewWorld.person(2);
  private static final ReviewWorld WORLD = new ReviewWorld();

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  private static CaseId caseAbout(String account) {
    return WORLD.open(WORLD.notice(ReviewWorld.PETTY, account, false)).orElseThrow();
  }

  private static Outlook outlook(CaseId id) {
    return WORLD.pages().open(id, ANNA).orElseThrow().outlook();
  }

  @Test
  void strikes_ofAnAccount_areItsViolationsThatStandWithinTheTime() {
    CaseId first = caseAbout("mallory");
    WORLD.decideFinally(ANNA, first, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(outlook(first).strikes()).as("the case itself").isZero();
    WORLD.decideFinally(ANNA, caseAbout("mallory"), new Verdict.NoViolation());
    WORLD.decideFinally(ANNA, caseAbout("trudy"), ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId takenBack = caseAbout("mallory");
    Decision back = WORLD.decide(ANNA, takenBack, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(WORLD.desk.undo(ANNA, back.id())).isTrue();
    CaseId asked = caseAbout("mallory");
    assertThat(outlook(asked))
        .extracting(Outlook::strikes, Outlook::days, Outlook::recommended)
        .containsExactly(1, 90, new Sanction.Suspension(7));

    CaseId second = caseAbout("mallory");
    WORLD.decideFinally(ANNA, second, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId third = caseAbout("mallory");
    assertThat(outlook(third).recommended()).isEqualTo(new Sanction.Ban());
    WORLD.transactions.inTransaction(
        () -> WORLD.decisions.move(second, CaseState.DECIDED, CaseState.OPEN, Stage.FIRST));
    assertThat(outlook(third).strikes()).as("opened again").isEqualTo(1);
    WORLD.decideFinally(BRUNO, second, new Verdict.NoViolation());
    assertThat(outlook(third).strikes()).as("found to be none").isEqualTo(1);
    WORLD.pass(Duration.ofDays(90));
    assertThat(outlook(third).strikes()).as("too long ago").isZero();
  }

  @Test
  void dangerToLife_isNeverAStrike() {
    CaseId despair =
        WORLD.open(WORLD.notice(ReviewWorld.DANGER, "oscar", false)).orElseThrow();
    WORLD.decideFinally(ANNA, despair, ReviewWorld.violation(ReviewWorld.DANGER));
    CaseId later = caseAbout("oscar");

    assertThat(outlook(later).strikes()).isZero();
    assertThat(outlook(later).recommended()).isEqualTo(new Sanction.None());
  }

  @Test
  void account_ofTheSameNameInAnotherMessenger_hasNeitherItsStrikesNorItsHistory() {
    CaseId first = caseAbout("mallory");
    WORLD.decideFinally(ANNA, first, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId same = caseAbout("mallory");
    CaseId other =
        WORLD.open(inForum(WORLD.notice(ReviewWorld.PETTY, "mallory", false))).orElseThrow();

    assertThat(other).as("it does not join the case that is open").isNotEqualTo(same);
    assertThat(outlook(same).strikes()).isEqualTo(1);
    assertThat(outlook(other).strikes()).isZero();
    assertThat(related(same)).containsExactly(first);
    assertThat(related(other)).isEmpty();
  }

  private static NewSource inForum(NewSource source) {
    return new NewSource(
        MadeUpSubjects.in(new MessengerId("forum"), source.subject()),
        source.category(),
        source.source(),
        source.organisation(),
        source.evidence(),
        source.members());
  }

  private static List<CaseId> related(CaseId id) {
    return WORLD.pages().open(id, ANNA).orElseThrow().related().ofAccount().stream()
        .map(Case::id)
        .toList();
  }

  @Test
  void strike_thatALeadIsToJudgeAgain_isNotShownToThemBefore() {
    PersonId lea = ReviewWorld.person(3);
    WORLD.leads.add(lea);
    CaseId chosen = caseAbout("mallory");
    WORLD.decideFinally(ANNA, chosen, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId related = caseAbout("mallory");
    Cases cases = WORLD.pages();
    Quality quality = new Quality(WORLD.quality, new WellnessStore(WORLD.jdbc), WORLD.transactions);

    assertThat(cases.open(related, BRUNO).orElseThrow().outlook().strikes()).isEqualTo(1);
    assertThat(cases.open(related, lea).orElseThrow().outlook().strikes()).isZero();
    DecisionId waiting = quality.waiting(lea).getFirst().decision();
    assertThat(quality.judge(lea, waiting, Optional.empty())).isTrue();
    assertThat(cases.open(related, lea).orElseThrow().outlook().strikes()).isEqualTo(1);
  }

  @Test
  void measure_thatCallsForCaution_isTakenOnlyWhenExactlyItIsConfirmed() {
    CaseId id = caseAbout("staff");
    WORLD.circumstances = new Circumstances(false, true, OptionalLong.of(1_000), Optional.empty());
    Verdict removal = ReviewWorld.violation(ReviewWorld.PETTY);
    Verdict ban = with(new Measure.OnAccount(new Sanction.Ban()));
    WORLD.desk.claim(ANNA, id);
    long version = WORLD.get(id).version();

    Impact ofRemoval = unconfirmed(id, removal, Optional.empty());
    assertThat(ofRemoval.cautions()).containsOnly(Caution.STAFF_ACCOUNT, Caution.LARGE_ROOM);
    assertThat(unconfirmed(id, ban, Optional.of(ofRemoval.mark())).cautions())
        .as("what was confirmed is another measure")
        .containsOnly(Caution.STAFF_ACCOUNT);
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.CLAIMED);
    Verdict nothing = with(new Measure.OnContent(ContentMeasure.NONE));
    assertThat(WORLD.outlooks.of(WORLD.get(id)).impact(nothing)).isEmpty();
    assertThat(WORLD.desk.decide(
            ANNA,
            id,
            new Ruling(version, removal, Optional.of(ofRemoval.mark()), Optional.empty())))
        .isInstanceOf(DecideOutcome.Decided.class);
  }

  private static Impact unconfirmed(CaseId id, Verdict verdict, Optional<String> confirmed) {
    DecideOutcome outcome = WORLD.desk.decide(
        ANNA, id, new Ruling(WORLD.get(id).version(), verdict, confirmed, Optional.empty()));
    return ((DecideOutcome.Unconfirmed) outcome).impact();
  }

  private static Verdict with(Measure measure) {
    Verdict.Violation violation = ReviewWorld.violation(ReviewWorld.PETTY);
    return new Verdict.Violation(
        violation.category(),
        violation.keywords(),
        List.of(measure),
        violation.ground(),
        violation.explanation());
  }

  @Test
  void caution_isOfAVerifiedAccount_notOfARoomOfOneMemberLess() {
    CaseId id = caseAbout("known");
    WORLD.circumstances = new Circumstances(true, false, OptionalLong.of(999), Optional.empty());
    assertThat(outlook(id).cautions()).containsOnly(Caution.VERIFIED_ACCOUNT);
    assertThat(WORLD.desk.claim(ANNA, id)).isInstanceOf(ClaimOutcome.Claimed.class);
    assertThat(WORLD.desk.decide(ANNA, id, WORLD.get(id).version(), new Verdict.NoViolation()))
        .isInstanceOf(DecideOutcome.Decided.class);
  }
}
