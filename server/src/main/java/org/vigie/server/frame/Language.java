package org.vigie.server.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language of the screens.
public enum Language {
  EN(Locale.UK, "English"),
  FR(Locale.FRANCE, "Français");

  private final Locale locale;
  private final String title;

  Language(Locale locale, String title) {
    this.locale = locale;
    this.title = title;
  }

  /// Returns its name in itself.
  public String title() {
    return title;
  }

  /// Returns the locale in which numbers and dates are written.
  public Locale locale() {
    return locale;
  }

  /// Returns the code of the `lang` attribute: `en`, `fr`.
  public String code() {
    return locale.getLanguage();
  }

  /// Returns the language of a code. Returns empty if it is none of ours.
  public static Optional<Language> ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(language -> language.code().equals(code))
        .findFirst();
  }

  /// Returns the screen language closest to a browser's languages; English if none is.
  public static Language of(Locale wanted) {
    return wanted.getLanguage().equals(FR.code()) ? FR : EN;
  }
}
