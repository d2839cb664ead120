package org.vigie.server.review.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.PersonId;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.FilterStore;
import org.vigie.server.review.store.OptOutStore;

/// People's own choices: filters, their order, and opt-outs.
@Tag("slow")
final class OwnChoicesTest {
  private static final ReviewWorld WORLD = new ReviewWorld();
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final PersonId BRUNO = ReviewWorld.person(2);

  private final OptOuts optOuts = new OptOuts(new OptOutStore(WORLD.jdbc), WORLD.transactions);
  private final OwnFilters filters = new OwnFilters(new FilterStore(WORLD.jdbc));

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.jdbc.sql("truncate review.review_case cascade").update();
  }

  private static Optional<CaseId> next(PersonId person) {
    return WORLD.desk.claimNext(person) instanceof ClaimOutcome.Claimed claimed
        ? Optional.of(claimed.claimed().id())
        : Optional.empty();
  }

  @Test
  void category_optedOutOf_isNotHandedOutUntilTakenBack() {
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);
    CaseId petty = WORLD.open(ReviewWorld.PETTY);
    optOuts.add(ANNA, ReviewWorld.GRAVE);
    optOuts.add(ANNA, ReviewWorld.GRAVE);

    assertThat(next(ANNA)).contains(petty);
    assertThat(next(ANNA)).isEmpty();
    assertThat(next(BRUNO)).contains(grave);
    WORLD.desk.release(BRUNO, grave);
    assertThat(WORLD.desk.claim(ANNA, grave)).isInstanceOf(ClaimOutcome.Claimed.class);
    WORLD.desk.release(ANNA, grave);
    assertThat(optOuts.all()).extracting(OptOuts.OptOut::person).containsExactly(ANNA);
    assertThat(optOuts.of(BRUNO)).isEmpty();

    optOuts.remove(ANNA, ReviewWorld.GRAVE);
    assertThat(next(ANNA)).contains(grave);
    assertThat(WORLD
            .jdbc
            .sql("select act from access.ledger where act like '%category%' order by entry_id")
            .query(String.class)
            .list())
        .containsExactly("opted out of category", "took category back");
  }

  @Test
  void list_inEachOrder_beginsWithWhatItSays() {
    CaseId petty = WORLD.open(ReviewWorld.PETTY);
    CaseId twice = WORLD.open(ReviewWorld.TWICE);
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);

    assertThat(listed(CaseOrder.PRIORITY)).containsExactly(grave, twice, petty);
    assertThat(listed(CaseOrder.AGE)).containsExactly(petty, twice, grave);
    assertThat(listed(CaseOrder.DUE))
        .as("only one has a clock")
        .containsExactly(grave, petty, twice);
  }

  @Test
  void list_forBulk_hasCasesOfWavesWhateverTheirSeverity_andNoOtherGraveOnes() {
    CaseId petty = WORLD.open(ReviewWorld.PETTY);
    CaseId wave = WORLD.open(ReviewWorld.WAVE);
    WORLD.open(ReviewWorld.GRAVE);
    CaseFilter all = new CaseFilter(CaseFilter.ALL.query(), CaseOrder.AGE);

    assertThat(new CaseFileStore(WORLD.jdbc)
            .search(all, true, Set.of(ReviewWorld.WAVE), 0, 10).stream().map(Case::id))
        .containsExactly(petty, wave);
  }

  private static List<CaseId> listed(CaseOrder order) {
    return new CaseFileStore(WORLD.jdbc)
        .search(new CaseFilter(CaseFilter.ALL.query(), order), false, Set.of(), 0, 10).stream()
            .map(Case::id)
            .toList();
  }

  private static CaseFilter ofAccount(String account) {
    return new CaseFilter(
        new CaseQuery(
            Optional.of(new QueueName("high")),
            Optional.of(CaseState.OPEN),
            Optional.of(ReviewWorld.GRAVE),
            Optional.of(MadeUpSubjects.MAIN),
            Optional.of(account)),
        CaseOrder.DUE);
  }

  @Test
  void filters_named_areThoseOfThePersonAlone() {
    filters.keep(ANNA, "mine", ofAccount("b"));
    filters.keep(ANNA, "mine", ofAccount("c"));

    assertThat(filters.named(ANNA)).containsOnlyKeys("mine").containsValue(ofAccount("c"));
    assertThat(filters.named(BRUNO)).isEmpty();
    filters.forget(ANNA, "mine");
    assertThat(filters.named(ANNA)).isEmpty();
  }

  @Test
  void filters_beyondTheMost_areNotKept() {
    IntStream.range(0, 20)
        .forEach(i -> assertThat(filters.keep(BRUNO, "f" + i, CaseFilter.ALL)).isTrue());

    assertThat(filters.keep(BRUNO, "one more", CaseFilter.ALL)).isFalse();
    assertThat(filters.keep(BRUNO, "f7", ofAccount("d"))).isTrue();
  }
}
