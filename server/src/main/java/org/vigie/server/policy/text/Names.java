package org.vigie.server.policy.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Reads the names of something in every language of the screens.
final class Names {
  private static final int MAX_CHARACTERS = 120;
  private static final int MOST_OF_A_TEXT = 2_000;
  private static final Set<String> CODES =
      Arrays.stream(Language.values()).map(Language::code).collect(Collectors.toUnmodifiableSet());

  private Names() {}

  static Map<Language, String> read(Value value) {
    Fields fields = value.fields(CODES);
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, line(fields.required(language.code())));
    }
    return names;
  }

  /// Reads a text of one line, without spaces around it.
  static String line(Value value) {
    String text = value.text();
    if (!isLine(text)) {
      value.refuseText(
          Defect.BAD_NAME,
          "a name is one line of 1 to " + MAX_CHARACTERS + " characters without spaces around it");
    }
    return text;
  }

  /// Reads a text of one line that says more than a name does, in every language.
  static Map<Language, String> sentences(Value value) {
    Fields fields = value.fields(CODES);
    Map<Language, String> sentences = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      sentences.put(language, sentence(fields.required(language.code())));
    }
    return sentences;
  }

  private static String sentence(Value value) {
    String text = value.text();
    boolean fits = !text.isBlank()
        && text.equals(text.strip())
        && text.codePointCount(0, text.length()) <= MOST_OF_A_TEXT
        && text.codePoints().noneMatch(Character::isISOControl);
    if (!fits) {
      value.refuseText(
          Defect.BAD_TEXT,
          "a text is one line of 1 to " + MOST_OF_A_TEXT + " characters without spaces around it");
    }
    return text;
  }

  private static boolean isLine(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.codePointCount(0, text.length()) <= MAX_CHARACTERS
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
