package org.vigie.server.review.reversing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecidedAs;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.DecisionReversed;
import org.vigie.server.review.Decisions;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.StoredDecisions;
import org.vigie.server.review.opening.NewSource;
import org.vigie.server.review.store.ReopeningStore;

/// Decisions that are reversed, and the fact that says so.
final class CaseReversalsTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final PersonId BRUNO = ReviewWorld.person(2);
  private static final Caller APPEALS = new Caller.Person(ReviewWorld.person(3));
  private static final ReviewWorld WORLD = new ReviewWorld();

  private final CaseReversals reversals = WORLD.reversals();
  private final Decisions decisions =
      new StoredDecisions(WORLD.decisions, WORLD.cases, _ -> Stream.empty());

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  private static DecisionId decided(CaseId id, Verdict verdict) {
    Decision decision = WORLD.decide(ANNA, id, verdict);
    WORLD.pass(Duration.ofSeconds(10));
    assertThat(WORLD.settle()).isEqualTo(1);
    return decision.id();
  }

  @Test
  void decision_reversedByAnAppeal_isPublishedOnce_andItsCaseNeedsAnotherReviewer() {
    NewSource notice = WORLD.notice(ReviewWorld.PETTY, "appellant", false);
    CaseId id = WORLD.open(notice).orElseThrow();
    DecisionId decision = decided(id, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(decisions.isInForce(decision)).isTrue();
    WORLD.told.clear();

    assertThat(reversals.reverse(decision, APPEALS)).isTrue();
    assertThat(reversals.reverse(decision, APPEALS)).as("reversed already").isFalse();

    assertThat(WORLD.told)
        .containsExactly(
            ((CaseSource.FromNotice) notice.source()).notice(), new DecisionReversed(decision));
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
    assertThat(decisions.isInForce(decision)).isFalse();
    assertThat(decisions.find(decision)).isPresent();
    assertThat(WORLD.desk.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(acts(id)).endsWith("case reopened");

    WORLD.decideFinally(BRUNO, id, new Verdict.NoViolation());
    assertThat(reversals.reverse(decision, APPEALS)).as("decided anew").isFalse();
    assertThat(decisions.isInForce(decision)).isFalse();
  }

  private static List<String> acts(CaseId id) {
    return WORLD
        .jdbc
        .sql("select act from access.ledger where subject = :subject order by entry_id")
        .param("subject", id.reference())
        .query(String.class)
        .list();
  }

  @Test
  void decision_thatFoundNothing_canBeReversedToo() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, new Verdict.NoViolation());
    assertThat(reversals.reverse(decision, APPEALS)).isTrue();
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.OPEN);
  }

  @Test
  void decision_thatIsNotInForce_isNeitherReadNorReversed() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    Decision pending = WORLD.decide(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(decisions.find(pending.id())).isEmpty();
    assertThat(decisions.isInForce(pending.id())).isFalse();
    assertThat(reversals.reverse(pending.id(), APPEALS)).isFalse();
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.PENDING);

    WORLD.pass(Duration.ofSeconds(10));
    WORLD.settle();
    assertThat(decisions.find(pending.id())).contains(pending);
    assertThat(decisions.subject(id)).contains(WORLD.get(id).subject());
  }

  @Test
  void member_thatEnds_reversesAViolationInForce_butOnlyTakesBackAPendingOne() {
    CaseId ended =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    DecisionId reversed = decided(ended, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId other =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    WORLD.decide(ANNA, other, ReviewWorld.violation(ReviewWorld.PETTY));
    WORLD.told.clear();

    reopening(reversals).on(new MemberWithdrawn(new BankId(1), new MemberId(5)));

    assertThat(WORLD.told).containsExactly(new DecisionReversed(reversed));
    assertThat(WORLD.get(other).state()).isEqualTo(CaseState.OPEN);
  }

  /// Listeners write within the transaction, so that the reversal and its effects are one.
  @Test
  void listener_thatFails_undoesTheReversal_andSeesItsTransaction() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ReviewWorld.violation(ReviewWorld.PETTY));
    AtomicInteger heard = new AtomicInteger();
    CaseReversals failing = new CaseReversals(
        new ReopeningStore(WORLD.jdbc),
        WORLD.decisions,
        _ -> {},
        event -> {
          assertThat(event).isEqualTo(new DecisionReversed(decision));
          assertThat(WORLD.get(id).state()).as("seen before the commit").isEqualTo(CaseState.OPEN);
          heard.incrementAndGet();
          throw new IllegalStateException("a listener fails");
        },
        WORLD.transactions);

    assertThatThrownBy(() -> failing.reverse(decision, APPEALS))
        .isInstanceOf(IllegalStateException.class);

    assertThat(heard).hasValue(1);
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(decisions.isInForce(decision)).isTrue();
    assertThat(acts(id)).doesNotContain("case reopened");
  }

  /// The end of a member, the reopening and the fact are one: it can be told again.
  @Test
  void listener_thatFailsAtTheEndOfAMember_undoesTheReopening_whichIsRepeated() {
    CaseId id =
        WORLD.open(WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    DecisionId decision = decided(id, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseReversals failing = new CaseReversals(
        new ReopeningStore(WORLD.jdbc),
        WORLD.decisions,
        _ -> {},
        event -> {
          assertThat(event).isEqualTo(new DecisionReversed(decision));
          throw new IllegalStateException("a listener fails");
        },
        WORLD.transactions);
    MemberWithdrawn end = new MemberWithdrawn(new BankId(1), new MemberId(5));

    assertThatThrownBy(() -> reopening(failing).on(end)).isInstanceOf(IllegalStateException.class);
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(decisions.isInForce(decision)).isTrue();
    assertThat(acts(id)).doesNotContain("case reopened");

    WORLD.told.clear();
    reopening(reversals).on(end);
    assertThat(WORLD.told).containsExactly(new DecisionReversed(decision));
    assertThat(decisions.isInForce(decision)).isFalse();
  }

  private static Reopening reopening(CaseReversals reversals) {
    return new Reopening(
        new ReopeningStore(WORLD.jdbc), reversals, Set::copyOf, WORLD.transactions);
  }

  /// An appeal needs the measures, their ground, the decider, and whether the decision counts.
  @Test
  void appeal_readsTheDecisionByItsId_andHasItReversed() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ReviewWorld.violation(ReviewWorld.PETTY));

    Decision read = decisions.find(decision).orElseThrow();
    Verdict.Violation violation = (Verdict.Violation) read.verdict();
    assertThat(violation.measures())
        .containsExactly(new Measure.OnContent(ContentMeasure.QUARANTINE));
    assertThat(violation.ground()).isEqualTo(new LegalGround(true, "a law, article 1"));
    assertThat(read.decidedAs()).isEqualTo(DecidedAs.REVIEWER);
    assertThat(decisions.isInForce(decision)).isTrue();

    assertThat(reversals.reverse(decision, APPEALS)).isTrue();
    assertThat(decisions.find(decision)).as("still to be read").contains(read);
    assertThat(decisions.isInForce(decision)).isFalse();
  }

  @Test
  void reversal_withinACallersTransaction_isUndoneWithIt() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    DecisionId decision = decided(id, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThatThrownBy(() -> WORLD.transactions.inTransaction(() -> {
          assertThat(reversals.reverse(decision, APPEALS)).isTrue();
          throw new IllegalStateException("the appeal fails");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(decisions.isInForce(decision)).isTrue();
    assertThat(WORLD.told).contains(new DecisionMade(decision));
  }
}
