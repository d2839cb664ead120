package org.vigie.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;

/// Every fact that legal texts are composed from has words in both languages, and no words are
/// left over.
final class ExplanationsTest {
  private static final CategoryKey SPAM = new CategoryKey("spam");
  private static final CategoryKey HATE = new CategoryKey("hate");
  private static final CategoryKey GONE = new CategoryKey("gone");
  private static final LegalGround LAW = new LegalGround(true, "Code pénal, art. 1");
  private static final LegalGround TERMS = new LegalGround(false, "spam");
  private static final Pattern GAP = Pattern.compile("\\{\\d");

  private static final PolicyCatalogue POLICY = new PolicyCatalogue(
      new PolicyRevision(1),
      List.of(
          category(SPAM, "Unwanted advertising", "Publicité non sollicitée"),
          category(HATE, "Hatred", "Haine")),
      List.of(),
      new ReviewRules(
          0,
          List.of(
              rule(HATE, Optional.of(LAW.reference()), Map.of()),
              rule(
                  GONE,
                  Optional.empty(),
                  Map.of(Language.EN, "As the policy says.", Language.FR, "Comme dit.")))));

  private static Category category(CategoryKey key, String english, String french) {
    return new Category(
        key,
        Map.of(Language.EN, english, Language.FR, french),
        "STATEMENT_CATEGORY_OTHER",
        List.of("KEYWORD_OTHER"),
        Severity.LOW,
        new Category.Matching(31, 50),
        Map.of(),
        Confirmation.HUMAN,
        Confirmation.HUMAN);
  }

  private static ReviewRule rule(
      CategoryKey key, Optional<String> law, Map<Language, String> explanation) {
    return new ReviewRule(
        key,
        Optional.empty(),
        false,
        Optional.empty(),
        law,
        explanation,
        ReviewRule.USUAL_EVIDENCE_DAYS);
  }

  private static Explanations explanations(Language language) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages/explanations");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return new Explanations(new Texts(language, messages));
  }

  private static final List<Measure> MEASURES = Stream.<Measure>concat(
          Arrays.stream(ContentMeasure.values()).map(Measure.OnContent::new),
          Stream.of(
              new Measure.OnAccount(new Sanction.Suspension(1)),
              new Measure.OnAccount(new Sanction.Ban()),
              new Measure.OnRoom(new Sanction.Suspension(30)),
              new Measure.OnRoom(new Sanction.Ban())))
      .toList();

  private static Stream<String> explained(Explanations by) {
    return Arrays.stream(Resemblance.values())
        .flatMap(how -> Stream.of(
            by.explanation(POLICY, SPAM, new Explanation.Match(how)),
            by.explanation(POLICY, HATE, new Explanation.Match(how)),
            by.ground(POLICY, LAW),
            by.ground(POLICY, TERMS)));
  }

  private static Stream<String> drafted(Explanations by) {
    return Stream.concat(
        Arrays.stream(Occasion.values())
            .flatMap(occasion ->
                Stream.of(by.draft(POLICY, SPAM, occasion), by.draft(POLICY, HATE, occasion))),
        Stream.of(by.draftForSeveral(), by.strikes(2, 365)));
  }

  private static Stream<String> told(Explanations by) {
    return Stream.of(
            Arrays.stream(NoticeFinding.values()).map(by::finding),
            Stream.of(by.state(true), by.state(false), by.means(true), by.means(false)),
            by.redress().stream())
        .flatMap(texts -> texts);
  }

  private static Stream<String> chosen(Explanations by) {
    return Stream.of(
        by.quoted("words"),
        by.linked("https://example.org/"),
        by.identical("LIST"),
        by.similar("LIST", 4, 31),
        by.reported(3),
        by.before(2, 365));
  }

  /// A missing key throws; a gap that is not filled, and a text of two facts, show here.
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFact_hasWordsOfItsOwn_withoutGaps(Language language) {
    Explanations by = explanations(language);
    List<String> all = Stream.of(
            explained(by).distinct(),
            drafted(by),
            chosen(by),
            told(by),
            MEASURES.stream().map(by::measure))
        .flatMap(texts -> texts)
        .toList();

    assertThat(all).doesNotHaveDuplicates().allSatisfy(text -> {
      assertThat(text).isNotBlank();
      assertThat(GAP.matcher(text).find()).as(text).isFalse();
    });
    assertThat(by.measures(MEASURES))
        .contains(MEASURES.stream().map(by::measure).toList());
  }

  /// A key that no fact leads to is dead.
  @ParameterizedTest
  @EnumSource(Language.class)
  void words_areThoseOfTheFacts_andNoOthers(Language language) {
    ResourceBundle words = ResourceBundle.getBundle(
        "messages/explanations",
        language == Language.EN ? Locale.ROOT : language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Stream<String> ofFacts = Stream.of(
            named("match", Resemblance.values()),
            grounded("draft", Occasion.values()),
            Stream.of("draft.several", "strikes", "ground.law", "ground.terms", "days", "measures"),
            MEASURES.stream().map(measure -> "measure." + measure.word()).distinct(),
            Stream.of("quoted", "linked", "identical", "similar", "reported", "before")
                .map(fact -> "fact." + fact),
            named("on", Measure.Scope.values()),
            named("finding", NoticeFinding.values()),
            Stream.of("state.founded", "state.unfounded", "means.automated", "means.person"),
            Stream.of("redress.complaint", "redress.elsewhere"))
        .flatMap(keys -> keys);

    assertThat(new TreeSet<>(words.keySet()))
        .containsExactlyInAnyOrderElementsOf(
            ofFacts.map(key -> "explanation." + key).toList());
  }

  private static Stream<String> named(String prefix, Enum<?>[] facts) {
    return Arrays.stream(facts).map(fact -> prefix + "." + fact.name());
  }

  private static Stream<String> grounded(String prefix, Enum<?>[] facts) {
    return named(prefix, facts).flatMap(key -> Stream.of(key + ".terms", key + ".law"));
  }

  @Test
  void match_byADigest_saysIdentical_andByAFingerprint_saysSimilarAndWhatThatMeans() {
    Explanations english = explanations(Language.EN);
    Explanations french = explanations(Language.FR);
    Explanation identical = new Explanation.Match(Resemblance.IDENTICAL);
    Explanation similar = new Explanation.Match(Resemblance.SIMILAR);

    assertThat(english.explanation(POLICY, SPAM, identical))
        .contains(
            "“Unwanted advertising”, which our terms forbid",
            "identical, byte for byte, to content")
        .doesNotContain("imilar");
    assertThat(english.explanation(POLICY, SPAM, similar))
        .contains("which our terms forbid", "similar to content")
        .contains("looks almost the same")
        .doesNotContain("identical");
    assertThat(french.explanation(POLICY, SPAM, identical))
        .contains(
            "Publicité non sollicitée",
            "nos conditions",
            "identique, octet par octet, à un contenu")
        .doesNotContain("emblable");
    assertThat(french.explanation(POLICY, SPAM, similar))
        .contains("que nos conditions interdisent", "semblable à un contenu")
        .contains("presque la même apparence")
        .doesNotContain("dentique");
  }

  @Test
  void wordsOfAReviewer_areShownAsTheyAre() {
    Explanation written = new Explanation.Written("C’est {0} : « ça ».");

    assertThat(explanations(Language.EN).explanation(POLICY, SPAM, written))
        .isEqualTo("C’est {0} : « ça ».");
  }

  @Test
  void ground_thatIsACategory_isNamed_andAnyOtherIsQuoted() {
    Explanations english = explanations(Language.EN);

    assertThat(english.ground(POLICY, TERMS))
        .isEqualTo("It breaks the terms – Unwanted advertising");
    assertThat(english.ground(POLICY, new LegalGround(false, "4.2")))
        .isEqualTo("It breaks the terms – 4.2");
    assertThat(english.ground(POLICY, new LegalGround(true, "spam")))
        .as("a law has the name that people cite")
        .isEqualTo("It breaks a law – spam");
    assertThat(english.ground(POLICY, new LegalGround(false, "gone")))
        .as("no longer in the policy")
        .isEqualTo("It breaks the terms – gone");
  }

  @Test
  void draft_isThatOfThePolicy_whereItHasOne() {
    assertThat(explanations(Language.FR).draft(POLICY, GONE, Occasion.REPORTED))
        .isEqualTo("Comme dit.");
    assertThat(explanations(Language.FR).draft(POLICY, HATE, Occasion.REPORTED))
        .contains("«\u202fHaine\u202f»", "la loi interdit (Code pénal, art. 1)", "[[");
  }

  @Test
  void outcome_whoseSentenceWasDeleted_saysOnlyWhoDecided() {
    Explanations english = explanations(Language.EN);

    assertThat(english.outcome("", true)).containsExactly(english.means(true));
    assertThat(english.outcome("Told.", false)).containsExactly("Told.", english.means(false));
  }

  @Test
  void measure_withATerritory_namesItsCountriesInOrder() {
    Measure measure =
        new Measure.OnRoom(new Sanction.Suspension(7), new Territory(Set.of("FR", "BE")));

    assertThat(explanations(Language.EN).measure(measure))
        .isEqualTo("suspend (room) (7 days) [BE, FR]");
  }
}
