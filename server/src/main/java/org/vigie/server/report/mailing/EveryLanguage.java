package org.vigie.server.report.mailing;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;

/// Writes mails in every language of Vigie, as the recipient's language is not known.
record EveryLanguage(MessageSource messages) {
  /// Returns a subject in every language.
  String subject(String key) {
    return joined(" / ", texts -> texts.get(key));
  }

  /// Returns a text in every language.
  String text(Function<Texts, String> writing) {
    return joined("\n\n—\n\n", writing);
  }

  private String joined(String between, Function<Texts, String> writing) {
    return Arrays.stream(Language.values())
        .map(language -> writing.apply(new Texts(language, messages)))
        .collect(Collectors.joining(between));
  }
}
