package org.vigie.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Severity;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseSource.FromNotice;
import org.vigie.server.review.CaseSource.FromScan;
import org.vigie.server.review.ScopedMeasure.On;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.WellnessStore;
import org.vigie.server.scan.ScanId;

/// How cases open, where they wait, and how decisions take effect.
final class CasesTest {
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
    WORLD.jdbc.sql("truncate review.review_case cascade").update();
    WORLD.told.clear();
    WORLD.leads.clear();
    WORLD.leads.add(LEA);
  }

  private static NewSource scan(ScanId scan, CategoryKey category, long... members) {
    return new NewSource(
        ReviewWorld.account("scanned"),
        category,
        new FromScan(scan, WORLD.now()),
        Optional.empty(),
        List.of(),
        Arrays.stream(members).mapToObj(MemberId::new).collect(Collectors.toSet()));
  }

  private static ScanId newScan() {
    UUID random = UUID.randomUUID();
    return new ScanId(new UUID(
        random.getMostSignificantBits() & ~0xf000L | 0x7000L, random.getLeastSignificantBits()));
  }

  private static Decision decide(PersonId person, CaseId id, Verdict verdict) {
    assertThat(WORLD.desk.claim(person, id)).isInstanceOf(ClaimOutcome.Claimed.class);
    DecideOutcome outcome = WORLD.desk.decide(person, id, WORLD.get(id).version(), verdict);
    return ((DecideOutcome.Decided) outcome).decision();
  }

  private static void decideFinally(PersonId person, CaseId id, Verdict verdict) {
    decide(person, id, verdict);
    WORLD.pass(Duration.ofSeconds(10));
    assertThat(WORLD.settle()).isEqualTo(1);
  }

  @Test
  void source_toldAgain_changesNothing() {
    NewSource source = scan(newScan(), ReviewWorld.PETTY, 1, 2);
    CaseId id = WORLD.open(source).orElseThrow();
    long version = WORLD.get(id).version();

    assertThat(WORLD.open(source)).isEmpty();
    assertThat(WORLD.get(id).version()).isEqualTo(version);
    assertThat(WORLD.get(id).sources()).hasSize(1);
  }

  @Test
  void sources_aboutOneAccountAndCategory_areOneCaseWhileItWaits() {
    CaseId id = WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false)).orElseThrow();
    int before = WORLD.get(id).priority();

    assertThat(WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false))).contains(id);
    assertThat(WORLD.open(WORLD.notice(ReviewWorld.GRAVE, "mallory", false)).orElseThrow())
        .isNotEqualTo(id);
    assertThat(WORLD.open(WORLD.notice(ReviewWorld.PETTY, "trudy", false)).orElseThrow())
        .isNotEqualTo(id);
    assertThat(WORLD.get(id).sources()).hasSize(2);
    assertThat(WORLD.get(id).priority()).isEqualTo(before + 30);

    WORLD.desk.claim(ANNA, id);
    assertThat(WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false)).orElseThrow())
        .isNotEqualTo(id);
  }

  @Test
  void case_byCategoryAndLane_waitsInItsQueueWithItsClock() {
    Case petty = WORLD.get(WORLD.open(ReviewWorld.PETTY));
    Case grave = WORLD.get(WORLD.open(ReviewWorld.GRAVE));
    Case unknown = WORLD.get(WORLD.open(new CategoryKey("unheard-of")));
    Case lane = WORLD.get(WORLD.open(WORLD.notice(ReviewWorld.PETTY, "x", true)).orElseThrow());
    Case pairs = WORLD.get(WORLD.open(ReviewWorld.TWICE));

    assertThat(List.of(petty, grave, unknown, lane, pairs))
        .extracting(each -> each.queue().value())
        .containsExactly("low", "critical", "high", "trusted-flaggers", "in-pairs");
    assertThat(grave.dueAt()).contains(grave.openedAt().plus(Duration.ofHours(24)));
    assertThat(petty.dueAt()).isEmpty();
    assertThat(grave.priority()).isGreaterThan(lane.priority());
    assertThat(lane.priority()).isGreaterThan(petty.priority());
  }

  @Test
  void mildCase_thatHasWaitedLongEnough_comesBeforeAGraveOne() {
    CaseId mild = WORLD.open(ReviewWorld.PETTY);
    WORLD.pass(Duration.ofDays(9));
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);
    assertThat(next(ANNA)).isEqualTo(grave);
    WORLD.pass(Duration.ofDays(2));
    CaseId later = WORLD.open(ReviewWorld.GRAVE);
    assertThat(next(ANNA)).isEqualTo(mild);
    assertThat(next(ANNA)).isEqualTo(later);
  }

  private static CaseId next(PersonId person) {
    return ((ClaimOutcome.Claimed) WORLD.desk.claimNext(person, Optional.empty()))
        .claimed()
        .id();
  }

  @Test
  void case_whoseTimeIsNearlyOver_comesBeforeAllOthers() {
    CaseId due = WORLD.open(ReviewWorld.GRAVE);
    WORLD.pass(Duration.ofHours(17));
    CaseId other = WORLD.open(WORLD.notice(ReviewWorld.GRAVE, "lane", true)).orElseThrow();
    assertThat(WORLD.cases.escalate(WORLD.now(), Routing.ESCALATED)).isZero();
    WORLD.pass(Duration.ofHours(1));
    assertThat(WORLD.cases.escalate(WORLD.now(), Routing.ESCALATED)).isEqualTo(1);
    assertThat(next(ANNA)).isEqualTo(due);
    assertThat(next(ANNA)).isEqualTo(other);
  }

  @Test
  void retroMatch_afterNoViolation_isANewCase_afterAViolationNone() {
    ScanId clean = newScan();
    CaseId id = WORLD.open(scan(clean, ReviewWorld.PETTY, 1)).orElseThrow();
    decideFinally(ANNA, id, new Verdict.NoViolation());
    assertThat(WORLD.open(scan(clean, ReviewWorld.PETTY, 1))).isEmpty();
    assertThat(WORLD.open(scan(clean, ReviewWorld.PETTY, 1, 7)).orElseThrow()).isNotEqualTo(id);

    ScanId guilty = newScan();
    CaseId other = WORLD.open(scan(guilty, ReviewWorld.GRAVE, 1)).orElseThrow();
    decideFinally(ANNA, other, ReviewWorld.violation(ReviewWorld.GRAVE));
    assertThat(WORLD.open(scan(guilty, ReviewWorld.GRAVE, 1, 7))).isEmpty();
  }

  @Test
  void decision_thatCannotBeTold_staysDueAndTakesEffectOnce() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    Decision decision = decide(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    WORLD.pass(Duration.ofSeconds(10));
    Finalisation dying = new Finalisation(
        WORLD.cases,
        WORLD.decisions,
        ReviewWorld.policies(),
        WORLD.telling((_, _) -> {
          throw new IllegalStateException("dies between the decision and its effects");
        }),
        WORLD.around);

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
            new ScopedMeasure("label", On.CONTENT, Optional.empty(), Set.of("FR", "DE")),
            new ScopedMeasure("suspend", On.ACCOUNT, Optional.of(Duration.ofDays(7)), Set.of())),
        new Verdict.LegalGround(false, "rules, 4.2"),
        "Reasons, with “quotes”, commas and {braces}.");
    Decision decision = decide(ANNA, id, verdict);

    assertThat(WORLD.decisions.find(decision.id()).orElseThrow().decision()).isEqualTo(decision);
    assertThat(decision.decider().revision()).isEqualTo(ReviewWorld.POLICY.revision());
  }

  @Test
  void twoReviewers_whoAgree_decideAndTheSecondOneCounts() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(WORLD.get(id).stage()).isEqualTo(Case.Stage.SECOND);
    assertThat(WORLD.told).isEmpty();
    assertThat(WORLD.desk.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(WORLD.desk.claimNext(ANNA, Optional.empty()))
        .isEqualTo(new ClaimOutcome.NothingWaits());

    decideFinally(BRUNO, id, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
    assertThat(WORLD.told).hasSize(2);
  }

  @Test
  void twoReviewers_whoDiffer_leaveItToALead() {
    CaseId id = WORLD.open(ReviewWorld.TWICE);
    decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.TWICE));
    decideFinally(BRUNO, id, new Verdict.NoViolation());
    assertThat(WORLD.get(id).stage()).isEqualTo(Case.Stage.LEAD);
    assertThat(WORLD.desk.claim(ReviewWorld.person(9), id)).isEqualTo(new ClaimOutcome.Conflict());

    decideFinally(LEA, id, new Verdict.NoViolation());
    assertThat(WORLD.get(id).state()).isEqualTo(CaseState.DECIDED);
  }

  @Test
  void violation_whoseMemberIsWithdrawn_opensAgainForSomebodyElse() {
    CaseId guilty = WORLD.open(scan(newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    decideFinally(ANNA, guilty, ReviewWorld.violation(ReviewWorld.PETTY));
    CaseId clean = WORLD.open(scan(newScan(), ReviewWorld.PETTY, 5)).orElseThrow();
    decideFinally(ANNA, clean, new Verdict.NoViolation());
    Reopening reopening =
        new Reopening(WORLD.decisions, WORLD.around.ledger(), WORLD.around.transactions());

    MemberWithdrawn withdrawn = new MemberWithdrawn(new BankId(1), new MemberId(5));
    reopening.on(withdrawn);
    reopening.on(withdrawn);

    assertThat(WORLD.get(guilty).state()).isEqualTo(CaseState.OPEN);
    assertThat(WORLD.get(clean).state()).isEqualTo(CaseState.DECIDED);
    assertThat(WORLD.desk.claim(ANNA, guilty)).isEqualTo(new ClaimOutcome.Conflict());
    decideFinally(BRUNO, guilty, new Verdict.NoViolation());
    reopening.on(withdrawn);
    assertThat(WORLD.get(guilty).state()).isEqualTo(CaseState.DECIDED);
  }

  @Test
  void policyDecision_toldTwice_isRecordedOnceWithRuleAndRevision() {
    PolicyDecisions recording = new PolicyDecisions(
        WORLD.opening,
        WORLD.decisions,
        ReviewWorld.policies(),
        WORLD.telling((_, _) -> {}),
        WORLD.around.ledger());
    NewSource source = scan(newScan(), ReviewWorld.GRAVE, 3);
    PolicyDecisions.Ruling ruling = new PolicyDecisions.Ruling(
        "grave-content/exact", ReviewWorld.POLICY.revision(), Measure.QUARANTINE);
    for (int i = 0; i < 2; i++) {
      WORLD.around.transactions().executeWithoutResult(_ -> recording.record(source, ruling));
    }

    assertThat(WORLD.told).hasSize(1);
    DecisionId id = ((DecisionMade) WORLD.told.getFirst()).decision();
    Decision decision = WORLD.decisions.find(id).orElseThrow().decision();
    assertThat(decision.decider())
        .isEqualTo(new Decider.Rule("grave-content/exact", ReviewWorld.POLICY.revision()));
    assertThat(WORLD.get(decision.subject()).state()).isEqualTo(CaseState.DECIDED);
  }

  @Test
  void person_ofTheOrganisationThatReported_isNeverOfferedTheCase() {
    UUID organisation = UUID.randomUUID();
    NewSource own = new NewSource(
        ReviewWorld.account("o"),
        ReviewWorld.PETTY,
        new FromNotice(new NoticeId(UUID.randomUUID()), true, WORLD.now()),
        Optional.of(new OrganisationId(organisation)),
        List.of(),
        Set.of());
    CaseId id = WORLD.open(own).orElseThrow();
    ReviewDesk theirs = new ReviewDesk(
        WORLD.cases,
        WORLD.decisions,
        (person, _) -> new CaseStore.Claimant(
            person, Optional.of(new OrganisationId(organisation)), true, false),
        ReviewWorld.policies(),
        WORLD.around);

    assertThat(theirs.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(theirs.claimNext(ANNA, Optional.empty())).isEqualTo(new ClaimOutcome.NothingWaits());
    assertThat(next(ANNA)).isEqualTo(id);
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
    assertThat(WORLD.desk.claimNext(emma, Optional.empty())).isEqualTo(rest);
    assertThat(WORLD.desk.claim(emma, petty)).isEqualTo(rest);

    WORLD.pass(Duration.ofMinutes(15));
    assertThat(next(emma)).isEqualTo(grave);
    WORLD.desk.release(emma, grave);
    for (int i = 0; i < 3; i++) {
      WORLD.wellness.saw(emma, grave, Severity.CRITICAL, Sight.SHARP, WORLD.now());
      WORLD.pass(Duration.ofMinutes(15));
    }
    assertThat(next(emma)).isEqualTo(petty);
    assertThat(WORLD.desk.claim(emma, grave)).isInstanceOf(ClaimOutcome.BreakDue.class);
    WORLD.pass(Duration.ofHours(24));
    assertThat(WORLD.desk.claim(emma, grave)).isInstanceOf(ClaimOutcome.Claimed.class);
  }

  /// Published values: Cohen's kappa of 50 grant proposals read by two people (20 both yes, 15
  /// both no, 5 and 10 differ) is 0.40; with 45, 15, 25 and 15 of a hundred it is 0.1304, with
  /// 25, 35, 5 and 35 it is 0.2593 (Wikipedia, "Cohen's kappa", 2026).
  @Test
  void sample_judgedByALead_countsTowardsAgreementOnce() {
    Quality quality = new Quality(WORLD.quality, new WellnessStore(WORLD.jdbc), WORLD.around);
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    decideFinally(ANNA, id, ReviewWorld.violation(ReviewWorld.PETTY));
    assertThat(quality.waiting(ANNA)).isEmpty();
    DecisionId decision = quality.waiting(LEA).getFirst().decision();
    Cases cases =
        new Cases(WORLD.cases, WORLD.decisions, new CaseFileStore(WORLD.jdbc), WORLD.around);
    assertThat(cases.open(id, LEA).orElseThrow().decisions()).isEmpty();

    assertThat(quality.judge(ANNA, decision, Optional.empty())).isFalse();
    assertThat(quality.judge(LEA, decision, Optional.empty())).isTrue();
    assertThat(quality.judge(LEA, decision, Optional.of(ReviewWorld.PETTY))).isFalse();
    assertThat(cases.open(id, LEA).orElseThrow().decisions()).hasSize(1);
    assertThat(quality.agreements().checks().pairs()).isEqualTo(1);
    assertThat(quality.agreements().checks().share()).isZero();
    assertThat(quality.throughput()).hasSize(1);

    CaseId twice = WORLD.open(ReviewWorld.TWICE);
    decideFinally(ANNA, twice, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(cases.open(twice, BRUNO).orElseThrow().decisions()).isEmpty();
    decideFinally(BRUNO, twice, ReviewWorld.violation(ReviewWorld.TWICE));
    assertThat(quality.agreements().seconds().pairs()).isEqualTo(1);
    assertThat(quality.agreements().seconds().share()).isEqualTo(1);
  }

  @Test
  void nextCase_ofManyThatWait_isFoundByTheIndex() {
    WORLD.jdbc.sql("""
            insert into review.review_case (state, queue, surface, category, severity, priority,
                lane, opened_at)
            select 'OPEN', 'low', 'public', 'violence', 'LOW', (i * 7919) % 10000, false, now()
              from generate_series(1, 20000) i
            """).update();
    WORLD.jdbc.sql("analyze review.review_case").update();
    String plan = String.join("\n", WORLD.jdbc.sql("""
            explain (costs off)
            select c.case_id from review.review_case c
             where c.state = 'OPEN'
               and not exists (select 1 from review.case_recusal r
                                where r.case_id = c.case_id and r.person_id = gen_random_uuid())
             order by c.priority desc, c.case_id limit 1 for update skip locked
            """).query(String.class).list());

    assertThat(plan).contains("case_next").doesNotContain("Sort", "Seq Scan on review_case");
  }

  @Test
  void ages_ofCasesThatWait_areCountedByBand() {
    WORLD.open(ReviewWorld.PETTY);
    WORLD.pass(Duration.ofHours(30));
    WORLD.open(ReviewWorld.PETTY);
    WORLD.open(ReviewWorld.GRAVE);
    Cases cases =
        new Cases(WORLD.cases, WORLD.decisions, new CaseFileStore(WORLD.jdbc), WORLD.around);
    assertThat(cases.ages()).extracting(AgeBand::cases).containsExactly(2L, 0L, 0L, 1L, 0L);
  }

  @Test
  void undo_whenItIsTooLate_isRefusedBeforeAndAfterItTookEffect() {
    CaseId id = WORLD.open(ReviewWorld.PETTY);
    Decision decision = decide(ANNA, id, new Verdict.NoViolation());
    Instant before = WORLD.now();
    WORLD.pass(Duration.ofSeconds(10));
    assertThat(decision.finalAt()).isEqualTo(before.plusSeconds(10));
    assertThat(WORLD.desk.undo(ANNA, decision.id())).isFalse();
    WORLD.settle();
    assertThat(WORLD.desk.undo(ANNA, decision.id())).isFalse();
  }
}
