package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Surface;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.ScopedMeasure;
import org.vigie.server.review.ScopedMeasure.On;
import org.vigie.server.review.Subject;
import org.vigie.server.review.Verdict;

/// The limits that the policy sets for verdicts.
@Tag("slow")
final class VerdictCheckTest {
  @Test
  void verdict_thatThePolicyDoesNotAllow_isRefusedByFieldAndDefect() {
    Verdict.Violation good = ReviewWorld.violation(ReviewWorld.PETTY);
    Subject roomless =
        new Subject(Surface.PUBLIC, Optional.of("a"), Optional.empty(), Optional.empty());
    VerdictCheck check = new VerdictCheck(ReviewWorld.POLICY, roomless, Set.of());

    assertThat(check.defect(good)).isEmpty();
    assertThat(check.defect(new Verdict.NoViolation())).isEmpty();
    refused(check, category(good, "unheard-of"), "category", "unknown");
    refused(check, keywords(good), "keywords", "missing");
    refused(check, keywords(good, "KEYWORD_PHISHING"), "keywords", "not-of-the-category");
    assertThat(check.defect(keywords(good, "KEYWORD_OTHER"))).isEmpty();
    refused(check, measure(good, "ban", On.CONTENT, ""), "measures[0].word", "unknown");
    refused(check, measure(good, "label", On.ACCOUNT, ""), "measures[0].word", "unknown");
    refused(check, measure(good, "ban", On.ROOM, ""), "measures[0].on", "not-known");
    refused(check, measure(good, "suspend", On.ACCOUNT, ""), "measures[0].duration", "missing");
    refused(
        check,
        measure(good, "suspend", On.ACCOUNT, "PT-1H"),
        "measures[0].duration",
        "out-of-range");
    refused(
        check, measure(good, "ban", On.ACCOUNT, "PT1H"), "measures[0].duration", "not-of-a-ban");
    assertThat(check.defect(measure(good, "suspend", On.ACCOUNT, "PT24H"))).isEmpty();
    refused(check, text(good, "", "why"), "ground", "missing");
    refused(check, text(good, "law", " "), "explanation", "missing");
    assertThat(check.defect(text(good, "law", "because of [[the room]], and [[]")))
        .contains(
            new DecideOutcome.Malformed("explanation", "placeholder", Optional.of("[[the room]]")));
    assertThat(check.defect(text(good, "law", "half of it]]")))
        .contains(new DecideOutcome.Malformed("explanation", "placeholder", Optional.of("]]")));
  }

  private static void refused(VerdictCheck check, Verdict verdict, String field, String defect) {
    assertThat(check.defect(verdict)).contains(new DecideOutcome.Malformed(field, defect));
  }

  private static Verdict category(Verdict.Violation good, String key) {
    return new Verdict.Violation(
        new CategoryKey(key), good.keywords(), good.measures(), good.ground(), good.explanation());
  }

  private static Verdict keywords(Verdict.Violation good, String... words) {
    return new Verdict.Violation(
        good.category(), List.of(words), good.measures(), good.ground(), good.explanation());
  }

  private static Verdict measure(Verdict.Violation good, String word, On on, String duration) {
    ScopedMeasure measure = new ScopedMeasure(
        word,
        on,
        Optional.of(duration).filter(text -> !text.isEmpty()).map(Duration::parse),
        Set.of());
    return new Verdict.Violation(
        good.category(), good.keywords(), List.of(measure), good.ground(), good.explanation());
  }

  private static Verdict text(Verdict.Violation good, String ground, String explanation) {
    return new Verdict.Violation(
        good.category(),
        good.keywords(),
        good.measures(),
        new Verdict.LegalGround(true, ground),
        explanation);
  }
}
