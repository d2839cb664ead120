package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Territory;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.deciding.DecideOutcome;

/// Verdicts as the form sends them.
final class VerdictFormTest {
  private static SentVerdict read(
      String button,
      String content,
      @Nullable String account,
      @Nullable String room,
      @Nullable String days,
      @Nullable String countries) {
    VerdictForm form = new VerdictForm(
        1L,
        button,
        null,
        ReviewWorld.PETTY.value(),
        List.of(),
        content,
        account,
        room,
        days,
        countries,
        "terms",
        "4",
        "Made up.",
        null,
        List.of(),
        List.of());
    return form.read(ReviewWorld.POLICY);
  }

  private static List<Measure> measures(SentVerdict sent) {
    Verdict verdict = ((SentVerdict.Parsed) sent).verdict();
    return ((Verdict.Violation) verdict).measures();
  }

  @Test
  void fields_withMeasures_becomeMeasures() {
    assertThat(measures(read("violation", "label", "suspend", "ban", " 7 ", "fr; de")))
        .containsExactly(
            new Measure.OnContent(
                ContentMeasure.LABEL, Optional.empty(), new Territory(Set.of("FR", "DE"))),
            new Measure.OnAccount(new Sanction.Suspension(7)),
            new Measure.OnRoom(new Sanction.Ban()));
    assertThat(measures(read("violation", "none", "none", null, "7", null)))
        .containsExactly(new Measure.OnContent(ContentMeasure.NONE));
  }

  @Test
  void buttons_thatRemove_needNoFieldForContent() {
    assertThat(measures(read("remove", "none", null, null, null, null)))
        .containsExactly(new Measure.OnContent(ContentMeasure.QUARANTINE));
    assertThat(measures(read("remove-and-ban", "none", "suspend", null, null, null)))
        .containsExactly(
            new Measure.OnContent(ContentMeasure.QUARANTINE),
            new Measure.OnAccount(new Sanction.Ban()));
  }

  @ParameterizedTest
  @CsvSource({
    "ban,,,,,content,unknown",
    "'',,,,,content,unknown",
    "label,label,,,,content,unknown",
    "label,suspend,,,,days,missing",
    "label,suspend,,some,,days,missing",
    "label,,suspend,,,days,missing",
    "label,suspend,,0,,days,out-of-range",
    "label,suspend,,3661,,days,out-of-range",
    "label,,,,Mordor,countries,unknown"
  })
  void fields_withoutSuchAMeasure_areNamedWithTheirDefect(
      String content,
      String account,
      String room,
      String days,
      String countries,
      String field,
      String defect) {
    assertThat(read("violation", content, account, room, days, countries))
        .isEqualTo(new SentVerdict.Malformed(new DecideOutcome.Malformed(field, defect)));
  }

  @Test
  void button_thatNamesOtherMeasuresThanTheFields_isMisnamed() {
    String mark = SentMeasures.mark(List.of(
        new Measure.OnContent(ContentMeasure.LABEL),
        new Measure.OnAccount(new Sanction.Suspension(7))));

    assertThat(read("violation|" + mark, "label", "suspend", null, "7", null))
        .isInstanceOf(SentVerdict.Parsed.class);
    assertThat(read("violation|" + mark, "label", "suspend", null, "8", null))
        .isInstanceOf(SentVerdict.Misnamed.class);
    assertThat(read("violation|" + mark, "label", "ban", null, "7", null))
        .isInstanceOf(SentVerdict.Misnamed.class);
    assertThat(read("violation|" + mark, "label", "suspend", null, "x", null))
        .isInstanceOf(SentVerdict.Malformed.class);
  }

  private static List<String> keywords(CategoryKey category, List<String> sent) {
    VerdictForm form = new VerdictForm(
        1L,
        "remove",
        null,
        category.value(),
        sent,
        null,
        null,
        null,
        null,
        null,
        "terms",
        "4",
        "Made up.",
        null,
        List.of(),
        List.of());
    Verdict verdict = ((SentVerdict.Parsed) form.read(several())).verdict();
    return ((Verdict.Violation) verdict).keywords();
  }

  /// A policy in which one category has two keywords.
  private static PolicyCatalogue several() {
    Category petty = ReviewWorld.POLICY.find(ReviewWorld.PETTY).orElseThrow();
    Category two = new Category(
        ReviewWorld.TWICE,
        petty.names(),
        petty.dsaCategory(),
        List.of("KEYWORD_COORDINATED_HARM", "KEYWORD_HUMAN_TRAFFICKING"),
        petty.severity(),
        petty.matching(),
        petty.measures(),
        petty.exact(),
        petty.perceptual());
    return new PolicyCatalogue(
        ReviewWorld.POLICY.revision(), List.of(petty, two), ReviewWorld.POLICY.clocks());
  }

  @Test
  void keyword_isNeverChosenForAPerson_whereThereAreSeveral() {
    assertThat(keywords(ReviewWorld.TWICE, List.of())).isEmpty();
    assertThat(keywords(ReviewWorld.TWICE, List.of("", "KEYWORD_PHISHING"))).isEmpty();
    assertThat(keywords(ReviewWorld.TWICE, List.of("", "KEYWORD_HUMAN_TRAFFICKING")))
        .containsExactly("KEYWORD_HUMAN_TRAFFICKING");
    assertThat(keywords(ReviewWorld.TWICE, List.of("KEYWORD_OTHER")))
        .containsExactly("KEYWORD_OTHER");
    assertThat(keywords(ReviewWorld.PETTY, List.of()))
        .as("the only one")
        .containsExactly("KEYWORD_COORDINATED_HARM");
  }

  private static String explained(String explanation, String... facts) {
    VerdictForm form = new VerdictForm(
        1L,
        "remove",
        null,
        ReviewWorld.PETTY.value(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        "terms",
        "4",
        explanation,
        null,
        List.of(),
        List.of(facts));
    Verdict verdict = ((SentVerdict.Parsed) form.read(ReviewWorld.POLICY)).verdict();
    return ((Explanation.Written) ((Verdict.Violation) verdict).explanation()).text();
  }

  @Test
  void facts_takeThePlaceOfTheFirstGap_orFollowTheText() {
    assertThat(explained("Forbidden: [[what]]. [[Then]]", "it costs $1", "it lies"))
        .isEqualTo("Forbidden: it costs $1, it lies. [[Then]]");
    assertThat(explained("Forbidden.", "it lies")).isEqualTo("Forbidden. (it lies)");
    assertThat(explained("Forbidden, as it lies.", "it lies", " "))
        .isEqualTo("Forbidden, as it lies.");
    assertThat(explained("Forbidden: [[what]]")).isEqualTo("Forbidden: [[what]]");
  }

  @Test
  void remove_leavesAccountAndRoomAlone_whateverTheFieldsSay() {
    assertThat(measures(read("remove", "label", "ban", "ban", "7", null)))
        .containsExactly(new Measure.OnContent(ContentMeasure.QUARANTINE));
  }
}
