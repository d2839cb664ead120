package org.vigie.server.frame;

import java.util.List;
import java.util.Optional;

/// What surrounds the content of every page; controllers take it as a parameter.
///
/// @param texts the sentences of the viewer's language
/// @param path the path of this page, to mark its place in the navigation
/// @param viewer the name of the person who is signed in
/// @param navigation what this person may open
/// @param formToken what every form sends back, so that no other site can post it
/// @param demo whether everything shown is made up
/// @param notice a sentence about what the person has just done, such as `bank.notice.created`
public record Frame(
    Texts texts,
    String path,
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

  /// Returns whether this page lies in the part of the site that an entry leads to.
  public boolean isAt(NavigationEntry entry) {
    return entry.path().equals("/") ? path.equals("/") : path.startsWith(entry.path());
  }

  /// The hidden field of a form.
  ///
  /// @param name of the field
  /// @param value changes with the session; empty where there is none
  public record FormToken(String name, String value) {}
}
