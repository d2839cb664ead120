package org.vigie.server.review.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseCourse.Deadline;
import org.vigie.server.review.cases.CaseCourse.DecidedBy;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Span;
import org.vigie.server.review.queueing.CaseFilter;
import org.vigie.server.review.queueing.CaseOrder;
import org.vigie.server.review.store.CaseFileStore;

/// Figures of deadlines and decisions, and the cases behind them.
@Tag("slow")
final class FiguresTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final QueueName CRITICAL = new QueueName("critical");
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
  void deadlines_areMetByTheFirstDecision_andMissedByLateOnesAndByNone() {
    Instant begin = WORLD.now();
    CaseId met = WORLD.open(ReviewWorld.GRAVE);
    CaseId late = WORLD.open(ReviewWorld.GRAVE);
    CaseId never = WORLD.open(ReviewWorld.GRAVE);
    WORLD.decideFinally(ANNA, met, new Verdict.NoViolation());
    WORLD.pass(Duration.ofHours(25));
    WORLD.decideFinally(ANNA, late, new Verdict.NoViolation());
    CaseId running = WORLD.open(ReviewWorld.GRAVE);
    Span over = new Span(begin, WORLD.now());

    assertThat(WORLD.quality.deadlines(over))
        .containsExactly(new Deadlines(day(begin.plus(Duration.ofDays(1))), CRITICAL, 1, 2));
    assertThat(cases(due(over, Deadline.MET))).containsExactly(met);
    assertThat(cases(due(over, Deadline.MISSED)))
        .containsExactlyInAnyOrder(late, never)
        .doesNotContain(running);
  }

  @Test
  void throughput_countsTheFirstDecisionOfACase_alsoIfItIsOpenedAgain() {
    CaseId id = WORLD.open(ReviewWorld.GRAVE);
    Instant before = WORLD.now();
    WORLD.decideFinally(ANNA, id, new Verdict.NoViolation());
    Span day = new Span(before, WORLD.now().plusSeconds(1));
    WORLD
        .jdbc
        .sql("update review.review_case set state = 'OPEN' where case_id = :case")
        .param("case", id.value())
        .update();
    WORLD.pass(Duration.ofDays(3));
    WORLD.decideFinally(ReviewWorld.person(2), id, new Verdict.NoViolation());

    assertThat(WORLD.quality.throughput(before))
        .containsExactly(new Throughput(day(before), CRITICAL, 1, 0));
    assertThat(cases(decided(day, DecidedBy.PEOPLE))).containsExactly(id);
    assertThat(cases(decided(day, DecidedBy.POLICY))).isEmpty();
  }

  @Test
  void nextCase_withinACourse_isOfThatCourse() {
    CaseId old = WORLD.open(ReviewWorld.PETTY);
    WORLD.pass(Duration.ofHours(5));
    WORLD.open(ReviewWorld.GRAVE);
    Span early = new Span(Instant.EPOCH, WORLD.now().minus(Duration.ofHours(4)));
    CaseQuery within = CaseQuery.ALL.of(CaseCourse.ANY.withOpened(early));

    assertThat(WORLD.desk.claimNext(ANNA, within).toString()).contains(old.toString());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static CaseCourse due(Span span, Deadline deadline) {
    return new CaseCourse(
        Optional.empty(),
        Optional.of(span),
        Optional.empty(),
        Optional.of(deadline),
        Optional.empty());
  }

  private static CaseCourse decided(Span span, DecidedBy by) {
    return new CaseCourse(
        Optional.empty(), Optional.empty(), Optional.of(span), Optional.empty(), Optional.of(by));
  }

  private static List<CaseId> cases(CaseCourse course) {
    CaseFilter filter = new CaseFilter(CaseQuery.ALL.of(course), CaseOrder.AGE);
    return new CaseFileStore(WORLD.jdbc)
        .search(filter, false, Set.of(), 0, 10).stream().map(Case::id).toList();
  }
}
