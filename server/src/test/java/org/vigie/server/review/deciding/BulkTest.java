package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.connector.Surface;
import org.vigie.server.access.PersonId;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.report.Circumstances;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.opening.NewSource;
import org.vigie.server.review.queueing.CaseFilter;

/// Several cases decided at once, by the rules of one.
@Tag("slow")
final class BulkTest {
  private static final PersonId ANNA = ReviewWorld.person(1);
  private static final PersonId BRUNO = ReviewWorld.person(2);
  private static final ReviewWorld WORLD = new ReviewWorld();
  private static final Verdict PETTY = ReviewWorld.violation(ReviewWorld.PETTY);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void empty() {
    WORLD.empty();
  }

  private static Optional<BulkSkip> skip(PersonId person, CaseId id, Verdict verdict) {
    return WORLD.bulk().preview(person, List.of(id), verdict).getFirst().skip();
  }

  @Test
  void preview_saysOfEachCaseWhyItIsLeftOut_andChangesNothing() {
    CaseId free = WORLD.open(ReviewWorld.PETTY);
    CaseId held = WORLD.open(ReviewWorld.PETTY);
    WORLD.desk.claim(BRUNO, held);
    CaseId decided = WORLD.open(ReviewWorld.PETTY);
    WORLD.decide(BRUNO, decided, new Verdict.NoViolation());
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);
    CaseId twice = WORLD.open(ReviewWorld.TWICE);
    CaseId passedUp = WORLD.open(ReviewWorld.PETTY);
    WORLD.desk.claim(BRUNO, passedUp);
    WORLD.desk.passUp(BRUNO, passedUp);
    long version = WORLD.get(free).version();

    assertThat(skip(ANNA, free, PETTY)).isEmpty();
    assertThat(skip(ANNA, held, PETTY)).contains(BulkSkip.HELD);
    assertThat(skip(BRUNO, held, PETTY)).isEmpty();
    assertThat(skip(ANNA, decided, PETTY)).contains(BulkSkip.DECIDED);
    assertThat(skip(ANNA, grave, new Verdict.NoViolation())).contains(BulkSkip.GRAVE);
    assertThat(skip(ANNA, free, ReviewWorld.violation(ReviewWorld.GRAVE))).contains(BulkSkip.GRAVE);
    assertThat(skip(ANNA, twice, new Verdict.NoViolation())).contains(BulkSkip.SECOND_REVIEWER);
    assertThat(skip(ANNA, passedUp, PETTY)).contains(BulkSkip.CONFLICT);
    WORLD.circumstances = new Circumstances(true, false, OptionalLong.empty(), Optional.empty());
    assertThat(skip(ANNA, free, PETTY)).contains(BulkSkip.CAUTION);
    assertThat(skip(ANNA, free, new Verdict.NoViolation())).isEmpty();
    assertThat(WORLD.get(free).version()).isEqualTo(version);
  }

  @Test
  void wave_ofAnySeverity_isDecidedTogether_butNotAsSomethingGrave() {
    CaseId phishing = WORLD.open(ReviewWorld.WAVE);

    assertThat(skip(ANNA, phishing, ReviewWorld.violation(ReviewWorld.WAVE))).isEmpty();
    assertThat(skip(ANNA, phishing, new Verdict.NoViolation())).isEmpty();
    assertThat(skip(ANNA, phishing, ReviewWorld.violation(ReviewWorld.GRAVE)))
        .contains(BulkSkip.GRAVE);
    assertThat(skip(ANNA, WORLD.open(ReviewWorld.GRAVE), ReviewWorld.violation(ReviewWorld.WAVE)))
        .contains(BulkSkip.GRAVE);
  }

  /// Its page says what comes before the decision, and nobody sees it here.
  @Test
  void danger_ofWhateverSeverity_isDecidedAlone() {
    CaseId danger = WORLD.open(ReviewWorld.DANGER);
    CaseId petty = WORLD.open(ReviewWorld.PETTY);

    assertThat(skip(ANNA, danger, PETTY)).contains(BulkSkip.GRAVE);
    assertThat(skip(ANNA, danger, new Verdict.NoViolation())).contains(BulkSkip.GRAVE);
    assertThat(skip(ANNA, petty, ReviewWorld.violation(ReviewWorld.DANGER)))
        .contains(BulkSkip.GRAVE);
  }

  @Test
  void list_hasCasesOfWaves_andNoneThatIsDecidedAlone() {
    CaseId petty = WORLD.open(ReviewWorld.PETTY);
    CaseId wave = WORLD.open(ReviewWorld.WAVE);
    WORLD.open(ReviewWorld.GRAVE);
    WORLD.open(ReviewWorld.DANGER);

    assertThat(WORLD.pages().searchPlain(CaseFilter.WAITING, 0, 10).stream().map(Case::id))
        .containsExactlyInAnyOrder(petty, wave);
  }

  @Test
  void cases_confirmed_areEachDecidedLikeOneAlone_andTheOthersAreAsTheyWere() {
    CaseId one = WORLD.open(ReviewWorld.PETTY);
    CaseId held = WORLD.open(ReviewWorld.PETTY);
    WORLD.desk.claim(ANNA, held);
    CaseId grave = WORLD.open(ReviewWorld.GRAVE);
    CaseId changed =
        WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false)).orElseThrow();
    List<Bulk.Chosen> chosen = List.of(one, held, grave, changed).stream()
        .map(id -> new Bulk.Chosen(id, WORLD.get(id).version()))
        .toList();
    WORLD.open(WORLD.notice(ReviewWorld.PETTY, "mallory", false));

    List<BulkOutcome> outcomes = WORLD.bulk().decide(ANNA, chosen, PETTY);

    assertThat(outcomes.subList(0, 2)).allMatch(BulkOutcome.Decided.class::isInstance);
    assertThat(outcomes.subList(2, 4))
        .containsExactly(
            new BulkOutcome.Skipped(grave, BulkSkip.GRAVE),
            new BulkOutcome.Skipped(changed, BulkSkip.CHANGED));
    assertThat(List.of(one, held, grave, changed))
        .map(id -> WORLD.get(id).state())
        .containsExactly(CaseState.PENDING, CaseState.PENDING, CaseState.OPEN, CaseState.OPEN);
    assertThat(WORLD.bulk().decide(ANNA, chosen.subList(0, 1), PETTY))
        .as("sent again")
        .containsExactly(new BulkOutcome.Skipped(one, BulkSkip.CHANGED));
    DecisionId first = ((BulkOutcome.Decided) outcomes.getFirst()).decision().id();
    assertThat(WORLD.desk.undo(ANNA, first)).isTrue();
    assertThat(ledger(one)).contains("case claimed", "case decided", "decision taken back");
  }

  private static List<String> ledger(CaseId id) {
    return WORLD
        .jdbc
        .sql("select act from access.ledger where subject = :subject")
        .param("subject", id.reference())
        .query(String.class)
        .list();
  }

  @Test
  void verdict_thatHasNoPlaceToHold_doesNotFit() {
    NewSource notice = WORLD.notice(ReviewWorld.PETTY, "x", false);
    NewSource placeless = new NewSource(
        MadeUpSubjects.nowhere(Surface.PUBLIC),
        notice.category(),
        notice.source(),
        notice.organisation(),
        notice.evidence(),
        notice.members());
    CaseId id = WORLD.open(placeless).orElseThrow();
    Verdict.Violation good = ReviewWorld.violation(ReviewWorld.PETTY);
    Verdict ban = new Verdict.Violation(
        good.category(),
        good.keywords(),
        List.of(new Measure.OnAccount(new Sanction.Ban())),
        good.ground(),
        good.explanation());
    assertThat(WORLD.bulk().defect(ban)).isEmpty();
    assertThat(skip(ANNA, id, ban)).contains(BulkSkip.NOT_FITTING);
  }
}
