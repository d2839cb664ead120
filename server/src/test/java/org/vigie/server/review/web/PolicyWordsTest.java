package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.ReviewRules.NamedQueue;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.StrikeRules;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.QueueName;

/// The policy's names on the screens of reviewers, and French spelling.
final class PolicyWordsTest {
  private static final PolicyCatalogue POLICY = new PolicyCatalogue(
      new PolicyRevision(1),
      List.of(),
      List.of(),
      new ReviewRules(
          0,
          List.of(),
          StrikeRules.USUAL,
          1_000,
          Optional.empty(),
          List.of(
              new NamedQueue("minors", Map.of(Language.EN, "Minors", Language.FR, "Mineurs")))));

  private static Words words(Language language) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages/review", "messages/explanations", "messages/keywords");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return new Words(new Texts(language, messages), POLICY, MadeUpSubjects.ONLY, Instant.EPOCH);
  }

  @Test
  void queue_isCalledByThePolicy_thenByOurWords_thenByItsKey() {
    assertThat(List.of("minors", "critical", "unnamed"))
        .map(key -> words(Language.FR).queue(new QueueName(key)))
        .containsExactly("Mineurs", "Gravité critique", "unnamed");
  }

  @Test
  void verdict_inEachLanguage_hasItsPunctuation() {
    Verdict verdict = new Verdict.Violation(
        new CategoryKey("petty"),
        List.of(),
        List.of(
            new Measure.OnContent(ContentMeasure.QUARANTINE),
            new Measure.OnAccount(new Sanction.Suspension(7))),
        new LegalGround(false, "terms"),
        new Explanation.Written("Made up."));
    assertThat(words(Language.EN).verdict(verdict))
        .isEqualTo("petty: remove (content); suspend (account) (7 days)");
    assertThat(words(Language.FR).verdict(verdict))
        .isEqualTo("petty\u202f: retrait (contenu)\u202f; suspension (compte) (7 jours)");
  }

  @Test
  void keyword_inEachLanguage_hasWords() {
    assertThat(words(Language.EN).keyword("KEYWORD_HATE_SPEECH")).isEqualTo("Hate speech");
    assertThat(words(Language.FR).keyword("KEYWORD_HATE_SPEECH")).isEqualTo("Discours de haine");
  }
}
