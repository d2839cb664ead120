package org.vigie.server.review.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.Upcoming;
import org.vigie.server.review.store.HistoryStore;
import org.vigie.server.review.store.OptOutStore;

/// What was decided before, and what comes next.
@Tag("slow")
final class HistoryTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final PersonId BRUNO = ReviewWorld.person(2);
  private static final ReviewWorld WORLD = new ReviewWorld();

  private final History history =
      new History(new HistoryStore(WORLD.jdbc), WORLD.access, WORLD.transactions);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  private static CaseId decided(CategoryKey category) {
    CaseId id = WORLD.open(category);
    WORLD.decideFinally(ANNA, id, ReviewWorld.violation(category));
    return id;
  }

  private List<CaseId> inForce(CaseId... cases) {
    List<Case> all = Stream.of(cases).map(WORLD::get).toList();
    return history.inForce(all, BRUNO).stream().map(Decision::subject).toList();
  }

  @Test
  void categories_foundMost_comeFirst_andAreReadEveryTenMinutes() {
    decided(ReviewWorld.PETTY);
    decided(ReviewWorld.GRAVE);
    decided(ReviewWorld.GRAVE);
    WORLD.decideFinally(ANNA, WORLD.open(ReviewWorld.PETTY), new Verdict.NoViolation());

    assertThat(history.frequent()).containsExactly(ReviewWorld.GRAVE, ReviewWorld.PETTY);
    WORLD.pass(Duration.ofDays(31));
    decided(ReviewWorld.PETTY);
    assertThat(history.frequent()).containsExactly(ReviewWorld.PETTY);
    decided(ReviewWorld.GRAVE);
    assertThat(history.frequent()).as("just read").containsExactly(ReviewWorld.PETTY);
  }

  @Test
  void decision_isInForce_onceItTookEffect() {
    CaseId done = decided(ReviewWorld.PETTY);
    CaseId open = WORLD.open(ReviewWorld.PETTY);
    CaseId pending = WORLD.open(ReviewWorld.GRAVE);
    WORLD.decide(ANNA, pending, ReviewWorld.violation(ReviewWorld.GRAVE));

    assertThat(inForce(done, open, pending)).containsExactly(done);
    assertThat(inForce()).isEmpty();
  }

  @Test
  void upcomingCases_areInTheirOrder_withoutThoseThatAPersonIsNotHanded() {
    CaseId petty = WORLD.open(ReviewWorld.PETTY);
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);
    CaseId skipped = WORLD.open(ReviewWorld.GRAVE);
    CaseId held = WORLD.open(ReviewWorld.GRAVE);
    WORLD.desk.claim(BRUNO, held);
    WORLD.desk.claim(ANNA, skipped);
    WORLD.desk.skip(ANNA, skipped, "");

    assertThat(upcoming(ANNA)).containsExactly(grave, petty);
    assertThat(upcoming(BRUNO)).containsExactly(grave, skipped, petty);
    OptOuts optOuts = new OptOuts(new OptOutStore(WORLD.jdbc), WORLD.transactions);
    optOuts.add(ANNA, ReviewWorld.GRAVE);
    assertThat(upcoming(ANNA)).containsExactly(petty);
    optOuts.remove(ANNA, ReviewWorld.GRAVE);
    assertThat(WORLD.desk.upcoming(ANNA, CaseQuery.ALL).getFirst().notice()).isPresent();
  }

  @Test
  void upcomingCases_areTwentyAtMost() {
    for (int i = 0; i < 25; i++) {
      WORLD.open(ReviewWorld.PETTY);
    }
    assertThat(upcoming(ANNA)).hasSize(20);
  }

  private static List<CaseId> upcoming(PersonId person) {
    return WORLD.desk.upcoming(person, CaseQuery.ALL).stream()
        .map(Upcoming::subject)
        .map(Case::id)
        .toList();
  }
}
