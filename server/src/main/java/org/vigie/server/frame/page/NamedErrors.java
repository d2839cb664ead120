package org.vigie.server.frame.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the name of each field before its error in the list above a form, so that "1 to 63" says of
/// what. The names are the labels of the fields, which stand further down the same page; a question
/// is followed by no colon.
final class NamedErrors {
  /// As `frame/errors.jte` writes it, with the words between the name and the sentence.
  private static final Pattern PLACE =
      Pattern.compile("<span data-label-of=\"([^\"]*)\" data-colon=\"([^\"]*)\"></span>");

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private NamedErrors() {}

  /// Returns the page with the names in it; a field without a label stays unnamed.
  static String in(String html) {
    Matcher place = PLACE.matcher(html);
    return place.find()
        ? place.replaceAll(found -> Matcher.quoteReplacement(label(html, found.group(1))
            .map(name -> "<b>" + name + "</b>" + (name.endsWith("?") ? " " : found.group(2)))
            .orElse("")))
        : html;
  }

  /// Finds the legend of a group of choices, or else the label of a single field.
  private static Optional<String> label(String html, String field) {
    String id = Pattern.quote(field);
    String group = "<fieldset[^>]* data-field=\"" + id + "\"[^>]*>";
    return find(html, group + "\\s*<legend[^>]*>(.*?)</legend>")
        .or(() -> find(html, "<label[^>]* for=\"" + id + "\"[^>]*>(.*?)</label>"));
  }

  private static Optional<String> find(String html, String pattern) {
    Matcher label = Pattern.compile(pattern, Pattern.DOTALL).matcher(html);
    return label.find()
        ? Optional.of(TAG.matcher(label.group(1)).replaceAll("").strip())
            .filter(words -> !words.isEmpty())
        : Optional.empty();
  }
}
