package org.vigie.server.report.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The second step: the place.
///
/// @param title the reason, in people's words
/// @param choices the questions with given answers
/// @param carried the words of the last step, if somebody comes back from there
public record WherePage(
    Frame frame,
    String title,
    Where where,
    Choices choices,
    Map<String, String> carried,
    FormErrors errors,
    List<SupportRow> support)
    implements Page {
  public WherePage {
    carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
    support = List.copyOf(support);
  }

  /// The choices of each question; none where there is only one.
  public record Choices(
      List<Choice> categories,
      List<Choice> grounds,
      List<Choice> messengers,
      List<Choice> surfaces) {
    public Choices {
      categories = List.copyOf(categories);
      grounds = List.copyOf(grounds);
      messengers = List.copyOf(messengers);
      surfaces = List.copyOf(surfaces);
    }
  }

  /// Returns whether a link, a messenger or the reporter has already named the place.
  public boolean known() {
    return !where.place().isEmpty();
  }
}
