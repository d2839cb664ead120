package org.vigie.server.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.page.LanguageLink;
import org.vigie.server.frame.page.Place;

/// What surrounds the content of every page; controllers take it as a parameter.
///
/// @param texts the sentences of the viewer's language
/// @param place the address of this page, for the navigation and the choice of language
/// @param viewer the name of the person who is signed in
/// @param navigation what this person may open
/// @param formToken what every form sends back, so that no other site can post it
/// @param demo whether everything shown is made up
/// @param notice a sentence about what the person has just done, such as `bank.notice.created`
public record Frame(
    Texts texts,
    Place place,
    Optional<String> viewer,
    List<NavigationEntry> navigation,
    FormToken formToken,
    boolean demo,
    Optional<String> notice) {
  public Frame {
    navigation = List.copyOf(navigation);
  }

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

  /// Returns whether this page lies in the part of the site that an entry leads to, and in no
  /// smaller part that another entry leads to.
  public boolean isAt(NavigationEntry entry) {
    return isWithin(entry)
        && navigation.stream()
            .filter(other -> other.path().length() > entry.path().length())
            .noneMatch(this::isWithin);
  }

  private boolean isWithin(NavigationEntry entry) {
    String path = entry.path();
    return path().equals(path) || (!path.equals("/") && path().startsWith(path + "/"));
  }

  /// The hidden field of a form.
  ///
  /// @param name of the field
  /// @param value changes with the session; empty where there is none
  public record FormToken(String name, String value) {
    /// Returns what the address of a form with files ends with: the token of such a form is
    /// looked for before its files are read.
    public String query() {
      return "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
  }
}
