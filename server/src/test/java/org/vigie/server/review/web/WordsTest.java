package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Stage;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseMaterial;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Route;

/// How times and clocks are put into words.
final class WordsTest {
  private static final Instant OPENED = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-30T12:00:00Z");

  private static Words words(Language language, String now) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages.review", "messages.frame");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    PolicyCatalogue policy = new PolicyCatalogue(new PolicyRevision(1), List.of(), List.of());
    return new Words(
        new Texts(language, messages), policy, MadeUpSubjects.ONLY, Instant.parse(now));
  }

  private static Case waiting(CaseState state) {
    return new Case(
        new CaseId(1),
        1,
        state,
        Stage.FIRST,
        MadeUpSubjects.nowhere(Surface.PUBLIC),
        new CategoryKey("made-up"),
        new Route(new QueueName("high"), Severity.HIGH, 0, OPENED, Optional.of(DUE)),
        CaseMaterial.unread(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T12:00:00Z, NEUTRAL, 10 d left, encore 10 j",
    "2026-11-28T00:00:00Z, WARNING, 60 h left, encore 60 h",
    "2026-11-27T23:59:59Z, NEUTRAL, 60 h left, encore 60 h",
    "2026-11-30T11:00:01Z, WARNING, 59 min left, encore 59 min",
    "2026-11-30T15:30:00Z, BAD, overdue by 3 h, dépassée de 3 h"
  })
  void left_ofAClock_isSaidInBothLanguages(String now, Tone tone, String english, String french) {
    assertThat(words(Language.EN, now).left(waiting(CaseState.OPEN)))
        .contains(new Words.Badge(tone, english));
    assertThat(words(Language.FR, now).left(waiting(CaseState.CLAIMED)))
        .contains(new Words.Badge(tone, french));
    assertThat(words(Language.EN, now).left(waiting(CaseState.DECIDED))).isEmpty();
  }

  @Test
  void moment_inAList_isRelativeAndLongAgoADay() {
    Texts french = words(Language.FR, "2026-11-22T10:00:00Z").texts();
    Instant now = Instant.parse("2026-11-22T10:00:00Z");

    assertThat(french.moment(OPENED, now))
        .isEqualTo(
            new Moment("il y a 46 heures", "20 nov. 2026 12:00 UTC", "2026-11-20T12:00:00Z"));
    assertThat(french.moment(Instant.parse("2025-12-31T23:59:59.5Z"), now).text())
        .isEqualTo("31 déc. 2025");
  }
}
