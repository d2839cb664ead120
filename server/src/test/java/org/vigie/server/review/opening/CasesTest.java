package org.vigie.server.review.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Accuracy;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseSource.FromNotice;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.queueing.AgeBand;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.scan.ScanId;

/// How cases open, where they wait, and who may have them.
@Tag("slow")
final class CasesTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
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
  void source_redelivered_changesNothing() {
    NewSource source = WORLD.scan(ReviewWorld.newScan(), ReviewWorld.PETTY, 1, 2);
    CaseId id = WORLD.open(source).orElseThrow();
    long version = WORLD.get(id).version();

    assertThat(WORLD.open(source)).isEmpty();
    assertThat(WORLD.get(id).version()).isEqualTo(version);
    assertThat(WORLD.get(id).material().sources()).hasSize(1);
  }

  @Test
  void sources_aboutOneAccountAndCategory_areOneCaseWhileItWaits() {
    CaseId id = WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false)).orElseThrow();
    int before = WORLD.get(id).route().priority();

    assertThat(WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false))).contains(id);
    assertThat(WORLD.open(WORLD.notice(ReviewWorld.GRAVE, "mallory", false)).orElseThrow())
        .isNotEqualTo(id);
    assertThat(WORLD.open(WORLD.notice(ReviewWorld.PETTY, "trudy", false)).orElseThrow())
        .isNotEqualTo(id);
    assertThat(WORLD.get(id).material().sources()).hasSize(2);
    assertThat(WORLD.get(id).route().priority()).isEqualTo(before + 30);

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
        .extracting(each -> each.route().queue().value())
        .containsExactly("low", "critical", "high", "trusted-flaggers", "in-pairs");
    assertThat(grave.route().dueAt()).contains(grave.route().openedAt().plus(Duration.ofHours(24)));
    assertThat(petty.route().dueAt()).isEmpty();
    assertThat(grave.route().priority()).isGreaterThan(lane.route().priority());
    assertThat(lane.route().priority()).isGreaterThan(petty.route().priority());
  }

  @Test
  void case_ofAnAccurateSender_comesBeforeThatOfAnother_byMinutesThatAreWritten() {
    assertThat(List.of(
            new Accuracy(0, 0), new Accuracy(10, 10), new Accuracy(100, 100), new Accuracy(100, 0)))
        .map(Routing::credit)
        .containsExactly(0, 120, 218, -218);
    CaseId wrong = WORLD.open(notice("wrong", new Accuracy(100, 0))).orElseThrow();
    CaseId right = WORLD.open(notice("right", new Accuracy(100, 100))).orElseThrow();
    CaseId unknown = WORLD.open(notice("unknown", Accuracy.UNKNOWN)).orElseThrow();
    int usual = WORLD.get(unknown).route().priority();

    assertThat(WORLD.get(right).route().priority()).isEqualTo(usual + 218);
    assertThat(WORLD.get(wrong).route().priority()).isEqualTo(usual - 218);
    WORLD.open(notice("wrong", new Accuracy(10, 10)));
    assertThat(WORLD.get(wrong).route().priority())
        .as("its most accurate source counts, and that there are two")
        .isEqualTo(usual + 120 + 30);
  }

  private static NewSource notice(String account, Accuracy accuracy) {
    NewSource notice = WORLD.notice(ReviewWorld.PETTY, account, false);
    return new NewSource(
        notice.subject(),
        notice.category(),
        notice.source(),
        notice.organisation(),
        notice.evidence(),
        notice.members(),
        accuracy,
        OptionalLong.empty());
  }

  @Test
  void mildCase_thatHasWaitedLongEnough_comesBeforeAGraveOne() {
    CaseId mild = WORLD.open(ReviewWorld.PETTY);
    WORLD.pass(Duration.ofDays(9));
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);
    assertThat(WORLD.next(ANNA)).isEqualTo(grave);
    WORLD.pass(Duration.ofDays(2));
    CaseId later = WORLD.open(ReviewWorld.GRAVE);
    assertThat(WORLD.next(ANNA)).isEqualTo(mild);
    assertThat(WORLD.next(ANNA)).isEqualTo(later);
  }

  @Test
  void case_whoseTimeIsNearlyOver_comesBeforeAllOthers() {
    CaseId due = WORLD.open(ReviewWorld.GRAVE);
    WORLD.pass(Duration.ofHours(17));
    CaseId other = WORLD.open(WORLD.notice(ReviewWorld.GRAVE, "lane", true)).orElseThrow();
    assertThat(WORLD.cases.escalate(WORLD.now(), Routing.ESCALATED)).isZero();
    WORLD.pass(Duration.ofHours(1));
    assertThat(WORLD.cases.escalate(WORLD.now(), Routing.ESCALATED)).isEqualTo(1);
    assertThat(WORLD.next(ANNA)).isEqualTo(due);
    assertThat(WORLD.next(ANNA)).isEqualTo(other);
  }

  @Test
  void retroMatch_afterNoViolation_isANewCase_afterAViolationNone() {
    ScanId clean = ReviewWorld.newScan();
    CaseId id = WORLD.open(WORLD.scan(clean, ReviewWorld.PETTY, 1)).orElseThrow();
    WORLD.decideFinally(ANNA, id, new Verdict.NoViolation());
    assertThat(WORLD.open(WORLD.scan(clean, ReviewWorld.PETTY, 1))).isEmpty();
    assertThat(WORLD.open(WORLD.scan(clean, ReviewWorld.PETTY, 1, 7)).orElseThrow())
        .isNotEqualTo(id);

    ScanId guilty = ReviewWorld.newScan();
    CaseId other = WORLD.open(WORLD.scan(guilty, ReviewWorld.GRAVE, 1)).orElseThrow();
    WORLD.decideFinally(ANNA, other, ReviewWorld.violation(ReviewWorld.GRAVE));
    assertThat(WORLD.open(WORLD.scan(guilty, ReviewWorld.GRAVE, 1, 7))).isEmpty();
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
    Desk theirs = WORLD.desk(new CaseAccess(
        WORLD.cases,
        WORLD.next,
        WORLD.quality,
        (person, _) -> new CaseStore.Claimant(
            person, Optional.of(new OrganisationId(organisation)), true, false)));

    assertThat(theirs.claim(ANNA, id)).isEqualTo(new ClaimOutcome.Conflict());
    assertThat(theirs.claimNext(ANNA)).isEqualTo(new ClaimOutcome.NothingWaits());
    assertThat(WORLD.next(ANNA)).isEqualTo(id);
  }

  @Test
  void nextCase_ofManyThatWait_isFoundByTheIndex() {
    WORLD.jdbc.sql("""
            insert into review.review_case (state, queue, messenger, surface, category,
                severity, priority, lane, opened_at)
            select 'OPEN', 'low', 'main', 'public', 'violence', 'LOW', (i * 7919) % 10000,
                   false, now()
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
    assertThat(WORLD.queues().ages())
        .extracting(AgeBand::cases)
        .containsExactly(2L, 0L, 0L, 1L, 0L);
  }
}
