package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.bank.MembersEnded;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Resemblance;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Territory;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecidedAs;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.DecisionReversed;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.opening.NewSource;
import org.vigie.server.review.opening.PolicyDecisions;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.reversing.Reopening;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.ReopeningStore;
import org.vigie.server.review.store.WellnessStore;

/// How decisions take effect, are judged again, and are opened again.
@Tag("slow")
final class DecisionsTest {
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

  @Test
  void decision_thatCannotBePublished_staysDueAndTakesEffectOnce() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    Decision decision = WORLD.decide(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    WORLD.pass(Duration.ofSeconds(10));
    Finalisation dying = WORLD.finalisation((_, _) -> {
      throw new IllegalStateException("dies between the decision and its effects");
    });

    assertThatThrownBy(() -> dying.settle(decision.id())).isInstanceOf(IllegalStateException.class);
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.PENDING);
    WORLD.told.clear();

    assertThat(WORLD.finalisation.settle(decision.id())).isTrue();
    assertThat(WORLD.finalisation.settle(decision.id())).isFalse();
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(WORLD.told).containsExactly(new DecisionMade(decision.id()), id);
  }

  @Test
  void decision_isReadAsItWasMade() {
    CaseId id = WORLD.open(WORLD.notice(ReviewWorld.PETTY, "a", false)).orElseThrow();
    Verdict verdict = new Verdict.Violation(
        ReviewWorld.PETTY,
        List.of("KEYWORD_COORDINATED_HARM", "KEYWORD_OTHER"),
        List.of(
            new Measure.OnContent(
                ContentMeasure.LABEL, Optional.empty(), new Territory(Set.of("FR", "DE"))),
            new Measure.OnAccount(new Sanction.Suspension(7))),
        new LegalGround(false, "rules, 4.2"),
        new Explanation.Written("Reasons, with “quotes”, commas and {braces}."));
    Decision decision = WORLD.decide(ANNA, id, verdict);

    assertThat(WORLD.decisions.find(decision.id()).orElseThrow().decision()).isEqualTo(decision);
    assertThat(decision.decider().revision()).isEqualTo(ReviewWorld.POLICY.revision());
    assertThat(decision.decidedAs()).isEqualTo(DecidedAs.REVIEWER);
  }

  @Test
  void twoReviewers_whoAgree_decideAndTheSecondOneCounts() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(WORLD.get(id).stage()).isEqualTo(Stage.SECOND);
    assertThat(WORLD.told).isEmpty();
    assertThat(WORLD.desk.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(WORLD.desk.claimNext(ANNA)).isEqualTo(new ClaimOutcome.NothingWaits());

    WORLD.decideFinally(BRUNO, id, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(WORLD.told).hasSize(2);
  }

  @Test
  void twoReviewers_whoDiffer_leaveItToALead() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.TWICE));
    WORLD.decideFinally(BRUNO, id, new Verdict.NoViolation());
    assertThat(WORLD.get(id).stage()).isEqualTo(Stage.LEAD);
    assertThat(WORLD.desk.claim(ReviewWorld.person(9), id)).isEqualTo(new ClaimOutcome.Conflict());

    WORLD.decideFinally(LEA, id, new Verdict.NoViolation());
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(WORLD.decisions.ofCase(id))
        .extracting(stored -> stored.decision().decidedAs())
        .containsExactly(DecidedAs.REVIEWER, DecidedAs.REVIEWER, DecidedAs.LEAD);
  }

  @Test
  void violation_whoseMemberIsWithdrawn_opensAgainForAnotherReviewer() {
    CaseId guilty =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    WORLD.decideFinally(ANNA, guilty, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId clean =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    WORLD.decideFinally(ANNA, clean, new Verdict.NoViolation());
    Reopening reopening = reopening(Set.of(new MemberId(5)));

    MemberWithdrawn withdrawn = new MemberWithdrawn(new BankId(1), new MemberId(5));
    reopening.on(withdrawn);
    reopening.on(withdrawn);

    assertThat(WORLD.get(guilty).state()).isEqualTo(CaseState.OPEN);
    assertThat(WORLD.get(clean).state()).isEqualTo(CaseState.DECIDED);
    assertThat(WORLD.desk.claim(ANNA, guilty)).isEqualTo(new ClaimOutcome.Conflict());
    WORLD.decideFinally(BRUNO, guilty, new Verdict.NoViolation());
    reopening.on(withdrawn);
    assertThat(WORLD.get(guilty).state()).isEqualTo(CaseState.DECIDED);
  }

  private static Reopening reopening(Set<MemberId> ended) {
    return new Reopening(
        new ReopeningStore(WORLD.jdbc),
        WORLD.reversals(),
        some -> some.stream().filter(ended::contains).collect(Collectors.toSet()),
        WORLD.transactions);
  }

  @Test
  void violation_decidedAnewOnAMemberThatLivesAgain_opensAgainWhenThatIsWithdrawn() {
    NewSource scan = WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5);
    CaseId id = WORLD.open(scan).orElseThrow();
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    Set<MemberId> ended = new HashSet<>(Set.of(new MemberId(5)));
    Reopening reopening = reopening(ended);
    MembersLive live = new MembersLive(new BankId(1));
    MemberWithdrawn withdrawn = new MemberWithdrawn(new BankId(1), new MemberId(5));

    reopening.on(new MembersEnded(new BankId(1)));
    assertThat(WORLD.get(id).state()).as("its bank is disabled").isEqualTo(CaseState.OPEN);
    WORLD.decideFinally(BRUNO, id, ReviewWorld.violation(ReviewWorld.PETTY));
    reopening.on(live);
    reopening.on(withdrawn);
    assertThat(WORLD.get(id).state()).as("still disabled").isEqualTo(CaseState.DECIDED);
    ended.clear();
    reopening.on(live);
    ended.add(new MemberId(5));
    reopening.on(withdrawn);
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void case_openedAgain_tellsOfItsNotices() {
    CaseId id =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    NewSource notice = WORLD.notice(ReviewWorld.PETTY, "scanned", false);
    assertThat(WORLD.open(notice)).contains(id);
    Reopening reopening = reopening(Set.of(new MemberId(5)));
    MemberWithdrawn withdrawn = new MemberWithdrawn(new BankId(1), new MemberId(5));
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    DecisionId made = ((DecisionMade) WORLD.told.getFirst()).decision();
    WORLD.told.clear();

    reopening.on(withdrawn);

    assertThat(WORLD.told)
        .containsExactly(
            ((CaseSource.FromNotice) notice.source()).notice(), new DecisionReversed(made));
  }

  @Test
  void violations_whoseMembersEndTogether_openAgainOnce_alsoThoseThatAreNotFinalYet() {
    CaseId ended =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5, 8)).orElseThrow();
    WORLD.decideFinally(ANNA, ended, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId pending =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 6)).orElseThrow();
    Decision undone = WORLD.decide(ANNA, pending, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId other =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 7)).orElseThrow();
    WORLD.decide(ANNA, other, ReviewWorld.violation(ReviewWorld.PETTY));
    Reopening reopening = reopening(Set.of(new MemberId(5), new MemberId(6)));

    reopening.on(new MembersEnded(new BankId(1)));

    assertThat(List.of(ended, pending, other))
        .map(id -> WORLD.get(id).state())
        .containsExactly(CaseState.OPEN, CaseState.OPEN, CaseState.PENDING);
    assertThat(WORLD.decisions.find(undone.id()).orElseThrow().state())
        .isEqualTo(DecisionStore.State.TAKEN_BACK);
    WORLD.pass(Duration.ofSeconds(10));
    assertThat(WORLD.settle()).as("the one that still stands").isEqualTo(1);
    WORLD.decideFinally(BRUNO, ended, ReviewWorld.violation(ReviewWorld.PETTY));
    reopening.on(new MembersEnded(new BankId(1)));
    assertThat(WORLD.get(ended).state()).as("told again").isEqualTo(CaseState.DECIDED);
  }

  @Test
  void policyDecision_deliveredTwice_isRecordedOnceWithRuleAndRevision() {
    PolicyDecisions recording = new PolicyDecisions(
        WORLD.opening, WORLD.decisions, ReviewWorld.policies(), WORLD.told::add, WORLD.ledger);
    NewSource source = WORLD.scan(ReviewWorld.newScan(), ReviewWorld.GRAVE, 3);
    PolicyDecisions.Ruling ruling = new PolicyDecisions.Ruling(
        Resemblance.IDENTICAL, ReviewWorld.POLICY.revision(), ContentMeasure.QUARANTINE);
    for (int i = 0; i < 2; i++) {
      WORLD.transactions.inTransaction(() -> {
        recording.record(source, ruling);
        return true;
      });
    }

    assertThat(WORLD.told).hasSize(1);
    DecisionId id = ((DecisionMade) WORLD.told.getFirst()).decision();
    Decision decision = WORLD.decisions.find(id).orElseThrow().decision();
    assertThat(decision.decider())
        .isEqualTo(new Decider.Rule("grave-content/exact", ReviewWorld.POLICY.revision()));
    assertThat(decision.decidedAs()).isEqualTo(DecidedAs.POLICY);
    assertThat(decision.verdict()).isInstanceOfSatisfying(Verdict.Violation.class, violation -> {
      assertThat(violation.explanation()).isEqualTo(new Explanation.Match(Resemblance.IDENTICAL));
      assertThat(violation.measures())
          .containsExactly(new Measure.OnContent(ContentMeasure.QUARANTINE));
    });
    assertThat(WORLD.get(decision.subject()).state()).isEqualTo(CaseState.DECIDED);
  }

  @Test
  void undo_whenItIsTooLate_isRefusedBeforeAndAfterItTookEffect() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    Decision decision = WORLD.decide(ANNA, id, new Verdict.NoViolation());
    Instant before = WORLD.now();
    WORLD.pass(Duration.ofSeconds(10));
    assertThat(decision.finalAt()).isEqualTo(before.plusSeconds(10));
    assertThat(WORLD.desk.undo(ANNA, decision.id())).isFalse();
    WORLD.settle();
    assertThat(WORLD.desk.undo(ANNA, decision.id())).isFalse();
  }

  /// Published values: Cohen's kappa of 50 grant proposals read by two people (20 both yes, 15
  /// both no, 5 and 10 differ) is 0.40; with 45, 15, 25 and 15 of a hundred it is 0.1304, with
  /// 25, 35, 5 and 35 it is 0.2593 (Wikipedia, "Cohen's kappa", 2026).
  @Test
  void sample_judgedByALead_countsTowardsAgreementOnce() {
    Quality quality = new Quality(WORLD.quality, new WellnessStore(WORLD.jdbc), WORLD.transactions);
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(quality.waiting(ANNA)).isEmpty();
    DecisionId decision = quality.waiting(LEA).getFirst().decision();
    Cases cases = WORLD.pages();
    assertThat(cases.open(id, LEA).orElseThrow().decisions()).isEmpty();

    assertThat(quality.judge(ANNA, decision, Optional.empty())).isFalse();
    assertThat(quality.judge(LEA, decision, Optional.empty())).isTrue();
    assertThat(quality.judge(LEA, decision, Optional.of(ReviewWorld.PETTY))).isFalse();
    assertThat(cases.open(id, LEA).orElseThrow().decisions()).hasSize(1);
    assertThat(quality.agreements().checks().pairs()).isEqualTo(1);
    assertThat(quality.agreements().checks().share()).isZero();
    assertThat(quality.throughput()).hasSize(1);

    CaseId twice = WORLD.open(ReviewWorld.TWICE);
    WORLD.decideFinally(ANNA, twice, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(cases.open(twice, BRUNO).orElseThrow().decisions()).isEmpty();
    WORLD.decideFinally(BRUNO, twice, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(quality.agreements().seconds().pairs()).isEqualTo(1);
    assertThat(quality.agreements().seconds().share()).isEqualTo(1);
  }
}
