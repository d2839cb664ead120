package org.vigie.server.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.connector.Surface;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.revising.FirstRevision;

/// A category that is changed in the text of a catalogue.
final class CategoryTextTest {
  private static final PolicyRevision ONE = new PolicyRevision(1);
  private static final CategoryChange ALL = new CategoryChange(
      Severity.LOW,
      Map.of(
          Surface.PUBLIC, ContentMeasure.DEMOTE,
          Surface.PRIVATE, ContentMeasure.LABEL,
          Surface.ENCRYPTED, ContentMeasure.AGE_RESTRICT),
      Confirmation.AUTOMATIC,
      Confirmation.AUTOMATIC);

  static Stream<CategoryKey> keys() {
    return PolicyReader.read(FirstRevision.text(), ONE).categories().stream().map(Category::key);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void category_ofTheDefault_isChangedAndNothingElse(CategoryKey key) {
    String before = FirstRevision.text();
    String after = CategoryText.with(before, key, ALL).orElseThrow();

    PolicyCatalogue changed = PolicyReader.read(after, ONE);
    assertThat(changed.find(key).map(CategoryChange::of)).contains(ALL);
    assertThat(changed.categories().stream()
            .filter(each -> !each.key().equals(key))
            .toList())
        .isEqualTo(PolicyReader.read(before, ONE).categories().stream()
            .filter(each -> !each.key().equals(key))
            .toList());
    assertThat(comments(after)).isEqualTo(comments(before));
    assertThat(after.lines().count())
        .isBetween(before.lines().count(), before.lines().count() + 1);
  }

  private static List<String> comments(String text) {
    return text.lines().filter(line -> line.contains("#")).toList();
  }

  @Test
  void category_changedToWhatItIs_leavesTheTextAsItIs() {
    String text = FirstRevision.text();
    CategoryKey key = new CategoryKey("phishing");
    Category category = PolicyReader.read(text, ONE).find(key).orElseThrow();
    assertThat(CategoryText.with(text, key, CategoryChange.of(category))).contains(text);
  }

  /// The default, in which one category is written in another form.
  private static String catalogue(String severityAndMore) {
    String text = FirstRevision.text();
    int from = text.indexOf("      - key: phishing");
    int until = text.indexOf("      - key: ", from + 1);
    return text.substring(0, from)
        + """
              # é, a comment before
              - key: "phishing" # which it is
                names: {en: "severity: high", fr: Hameçonnage}
                keywords: [KEYWORD_PHISHING]
        %s
        """.formatted(severityAndMore.indent(8).stripTrailing())
        + text.substring(until);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity: high # grave\nmeasures: {public: none, private: none, encrypted: none}",
        "severity: 'high'\nmeasures:\n  public: none\n  private: \"none\" # why\n  encrypted: none",
        "severity: high\nconfirmation: {perceptual: human}\n"
            + "measures: {public: none, private: none, encrypted: none}",
        "severity: high\nconfirmation:\n  # never\n  exact: automatic\n"
            + "measures: {public: none, private: none, encrypted: none}",
      })
  void category_writtenOtherwise_isChangedWithItsComments(String form) {
    String before = catalogue(form);
    String after = CategoryText.with(before, new CategoryKey("phishing"), ALL).orElseThrow();

    PolicyCatalogue changed = PolicyReader.read(after, ONE);
    assertThat(changed.find(new CategoryKey("phishing")).map(CategoryChange::of))
        .contains(ALL);
    assertThat(comments(after)).hasSameSizeAs(comments(before));
    assertThat(after).contains("# é, a comment before", "# which it is", "\"severity: high\"");
  }

  @Test
  void category_thatIsNotThere_changesNothing() {
    assertThat(CategoryText.with(FirstRevision.text(), new CategoryKey("nothing"), ALL))
        .isEmpty();
  }

  @Test
  void text_withOtherLineEnds_isLeftToTheEditor() {
    String text = catalogue(
            "severity: high\nmeasures: {public: none, private: none, encrypted: none}")
        .replace('\n', '\r');
    assertThat(CategoryText.with(text, new CategoryKey("phishing"), ALL)).isEmpty();
  }
}
