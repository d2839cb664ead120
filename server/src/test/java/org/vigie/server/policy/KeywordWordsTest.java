package org.vigie.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every keyword of the DSA tree has words, and nothing else has.
final class KeywordWordsTest {
  private static final ResourceBundle.Control ONLY_THIS =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @ParameterizedTest
  @ValueSource(strings = {"", "fr"})
  void keywords_ofTheTree_haveWordsOfTheirOwn(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("messages/keywords", Locale.of(language), ONLY_THIS);
    Set<String> keys = Arrays.stream(DsaCategory.values())
        .flatMap(category -> category.keywords().stream())
        .map(keyword -> "keyword." + keyword)
        .collect(Collectors.toSet());

    assertThat(words.getLocale().getLanguage()).isEqualTo(language);
    assertThat(words.keySet()).isEqualTo(keys);
    assertThat(keys.stream().map(words::getString)).doesNotHaveDuplicates();
  }
}
