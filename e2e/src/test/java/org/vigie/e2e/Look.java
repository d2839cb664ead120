package org.vigie.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One way to show a page.
///
/// @param language its code, `en` or `fr`
/// @param width of the window, in CSS pixels
record Look(String language, ColorScheme scheme, int width) {
  static final int DESK = 1280;
  private static final int DESK_AT_200_PERCENT = 640;
  private static final int PHONE = 320;

  /// Returns looks in which both languages meet light and dark, from a desk to a phone.
  static Stream<Look> all() {
    return Stream.of(
        new Look("en", ColorScheme.LIGHT, DESK),
        new Look("fr", ColorScheme.DARK, DESK),
        new Look("en", ColorScheme.DARK, DESK_AT_200_PERCENT),
        new Look("fr", ColorScheme.LIGHT, PHONE));
  }

  /// Returns the same looks, those of a language together.
  static Stream<List<Look>> inEachLanguage() {
    return all().map(Look::language).distinct().map(Look::in);
  }

  /// Returns the same look in another width.
  Look wide(int other) {
    return new Look(language, scheme, other);
  }

  private static List<Look> in(String language) {
    return all().filter(look -> look.language().equals(language)).toList();
  }

  @Override
  public String toString() {
    return language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
  }
}
