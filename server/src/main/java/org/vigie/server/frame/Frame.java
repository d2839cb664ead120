package org.vigie.server.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.page.LanguageLink;
import org.vigie.server.frame.page.Place;

/// The surroundings of every page's content; controllers take it as a parameter.
///
/// @param texts the sentences of the viewer's language
/// @param place the address of this page, for the navigation and the choice of language
/// @param viewer the name of the person who is signed in
/// @param navigation the links that this person may open
/// @param formToken a token that every form sends back, so that no other site can post it
/// @param demo whether everything shown is made up
/// @param styles the address of the style sheet
/// @param notice a sentence about the person's last act, such as `bank.notice.created`
public record Frame(
    Texts texts,
    Place place,
    Optional<String> viewer,
    Navigation navigation,
    FormToken formToken,
    boolean demo,
    String styles,
    Optional<String> notice) {
  /// Returns a sentence; short for `texts().get(…)`, which templates call on every line.
  public String text(String key, Object... values) {
    return texts.get(key, values);
  }

  /// Returns the path of this page.
  public String path() {
    return place.path();
  }

  /// Returns links to this page in every language.
  public List<LanguageLink> languages() {
    return Arrays.stream(Language.values())
        .map(language ->
            new LanguageLink(language, place.in(language), language == texts.language()))
        .toList();
  }

  /// The hidden field of a form.
  ///
  /// @param name of the field
  /// @param value changes with the session; empty where there is none
  public record FormToken(String name, String value) {
    /// Returns the query for the address of a form with files, as the token of such a form is
    /// checked before its files are read.
    public String query() {
      return "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
