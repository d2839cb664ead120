package org.vigie.server.bank.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.Flaw;
import org.vigie.hashlist.HashListDefect;
import org.vigie.hashlist.LineDefect;
import org.vigie.server.bank.file.MemberDefect;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;

/// The texts for people about defects of an imported file.
final class DefectTextsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  static Stream<LineDefect> defects() {
    return Stream.concat(
        Arrays.stream(HashListDefect.values()), Arrays.stream(MemberDefect.values()));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defect_inBothLanguages_hasASentenceThatNamesTheSame(LineDefect defect) throws IOException {
    for (String file : List.of("bank.properties", "bank_fr.properties")) {
      assertThat(sentences(file)).containsKey("bank.defect." + defect.word());
      assertThat(placeholders(sentences(file).getProperty("bank.defect." + defect.word())))
          .isEqualTo(placeholders(defect.pattern()));
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties sentences(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
      properties.load(reader);
    }
    return properties;
  }

  private static Texts french() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages/bank");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setDefaultLocale(Locale.ENGLISH);
    messages.setAlwaysUseMessageFormat(true);
    return new Texts(Language.FR, messages);
  }

  @Test
  void defect_onAFrenchPage_isInFrench() {
    Flaw flaw = HashListDefect.WRONG_COLUMN_COUNT.of(3, 1);
    assertThat(ImportRowView.DefectRow.of(new BadLine(1200, flaw), french()))
        .isEqualTo(
            new ImportRowView.DefectRow("1\u202f200", "La ligne a 1 colonnes au lieu de 3.", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"it has an unknown field", "colour {0} isn't known"})
  void defect_ofAnEarlierVersion_isShownAsItWas(String reason) {
    Flaw old = new Flaw("", List.of(), reason);
    assertThat(ImportRowView.DefectRow.of(new BadLine(2, old), french()))
        .isEqualTo(new ImportRowView.DefectRow("2", reason, "en"));
  }
}
