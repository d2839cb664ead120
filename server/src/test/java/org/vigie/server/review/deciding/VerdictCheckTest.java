package org.vigie.server.review.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.Verdict;

/// The limits that the policy sets for verdicts.
@Tag("slow")
final class VerdictCheckTest {
  @Test
  void verdict_thatThePolicyDoesNotAllow_isRefusedByFieldAndDefect() {
    Verdict.Violation good = ReviewWorld.violation(ReviewWorld.PETTY);
    Subject roomless = new Subject(
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        Optional.empty(),
        MadeUpSubjects.named("a"),
        Optional.empty());
    VerdictCheck check = new VerdictCheck(ReviewWorld.POLICY, roomless, Set.of());

    assertThat(check.defect(good)).isEmpty();
    assertThat(check.defect(new Verdict.NoViolation())).isEmpty();
    refused(check, category(good, "unheard-of"), "category", "unknown");
    refused(check, keywords(good), "keywords", "missing");
    refused(check, keywords(good, "KEYWORD_PHISHING"), "keywords", "not-of-the-category");
    assertThat(check.defect(keywords(good, "KEYWORD_OTHER"))).isEmpty();
    Measure closed = new Measure.OnRoom(new Sanction.Ban());
    Measure day = new Measure.OnAccount(new Sanction.Suspension(1));
    refused(check, measures(good, closed), "measures[0].on", "not-known");
    refused(check, measures(good, day, day), "measures", "twice-on-the-same");
    assertThat(check.defect(measures(good, day))).isEmpty();
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

  private static Verdict measures(Verdict.Violation good, Measure... measures) {
    return new Verdict.Violation(
        good.category(), good.keywords(), List.of(measures), good.ground(), good.explanation());
  }

  private static Verdict text(Verdict.Violation good, String ground, String explanation) {
    return new Verdict.Violation(
        good.category(),
        good.keywords(),
        good.measures(),
        new LegalGround(true, ground),
        new Explanation.Written(explanation));
  }
}
