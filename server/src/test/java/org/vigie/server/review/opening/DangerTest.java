package org.vigie.server.review.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.deciding.ClaimOutcome;

/// Cases in which somebody's life is in danger come before all others.
final class DangerTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
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
  void danger_comesBeforeEscalatedCasesAndLanes_theOlderFirst() {
    WORLD.open(ReviewWorld.GRAVE);
    WORLD.pass(Duration.ofHours(23));
    WORLD.cases.escalate(WORLD.now(), Routing.ESCALATED);
    WORLD.open(WORLD.notice(ReviewWorld.GRAVE, "of-a-flagger", true));
    CaseId older = WORLD.open(ReviewWorld.DANGER);
    WORLD.pass(Duration.ofMinutes(2));
    CaseId younger =
        WORLD.open(WORLD.notice(ReviewWorld.DANGER, "in-danger", true)).orElseThrow();

    assertThat(WORLD.get(younger).route().queue().value()).isEqualTo(ReviewRules.DANGER_QUEUE);
    assertThat(WORLD.pages().dangers()).isEqualTo(2);
    assertThat(WORLD.next(ANNA)).isEqualTo(older);
    assertThat(WORLD.next(ANNA)).isEqualTo(younger);
    assertThat(WORLD.pages().dangers()).isZero();
  }

  /// The deadline of such a case is escalated as any other, which must not put it behind.
  @Test
  void danger_whoseDeadlineIsNear_staysBeforeAllOthers() {
    CaseId danger = WORLD.open(ReviewWorld.DANGER);
    WORLD.open(ReviewWorld.GRAVE);
    WORLD.pass(Duration.ofHours(23));

    WORLD.cases.escalate(WORLD.now(), Routing.ESCALATED);

    assertThat(WORLD.get(danger).route().isDanger()).isTrue();
    assertThat(WORLD.next(ANNA)).isEqualTo(danger);
  }

  @Test
  void danger_thatComesMeanwhile_isHandedOutBeforeTheReservedCase() {
    WORLD.open(ReviewWorld.GRAVE);
    assertThat(WORLD.desk.reserve(ANNA, CaseQuery.ALL)).isPresent();
    CaseId danger = WORLD.open(ReviewWorld.DANGER);

    assertThat(WORLD.next(ANNA)).isEqualTo(danger);
  }

  @Test
  void filter_staysAPromise_alsoWhereALifeIsInDanger() {
    WORLD.open(ReviewWorld.DANGER);
    CaseQuery petty = new CaseQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.of(ReviewWorld.PETTY),
        Optional.empty(),
        Optional.empty());

    assertThat(WORLD.desk.claimNext(ANNA, petty)).isEqualTo(new ClaimOutcome.NothingWaits());
  }

  /// A new revision of the policy may put lives first that were not first before.
  @Test
  void escalatedCase_thatIsAboutDangerWithTheNextNotice_comesFirst_andLeadsAreAlerted() {
    CaseId id = WORLD.open(WORLD.notice(ReviewWorld.DANGER, "in-danger", false)).orElseThrow();
    WORLD
        .jdbc
        .sql("update review.review_case set queue = 'low', priority = 7, escalated = true")
        .update();
    WORLD.told.clear();

    WORLD.open(WORLD.notice(ReviewWorld.DANGER, "in-danger", false));
    WORLD.open(WORLD.notice(ReviewWorld.DANGER, "in-danger", false));

    assertThat(WORLD.get(id).route().isDanger()).isTrue();
    assertThat(WORLD.told).containsExactly(id);
  }

  @Test
  void alert_isGivenOnceForACase() {
    WORLD.open(ReviewWorld.GRAVE);
    CaseId danger =
        WORLD.open(WORLD.notice(ReviewWorld.DANGER, "in-danger", false)).orElseThrow();
    WORLD.open(WORLD.notice(ReviewWorld.DANGER, "in-danger", false));

    assertThat(WORLD.told).containsExactly(danger);
  }
}
