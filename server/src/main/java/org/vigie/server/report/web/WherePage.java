package org.vigie.server.report.web;

import java.util.List;
import java.util.Map;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The second step: the place.
///
/// @param title the reason, in people's words
/// @param categories to choose from; empty if there is only one
/// @param grounds to choose from; empty if there is only one
/// @param messengers to choose from; empty where there is only one
/// @param known whether a link or a messenger has already named the place
public record WherePage(
    Frame frame,
    String title,
    Where where,
    List<Choice> categories,
    List<Choice> grounds,
    List<Choice> messengers,
    List<Choice> surfaces,
    boolean known,
    FormErrors errors,
    List<SupportRow> support)
    implements Page {
  public WherePage {
    categories = List.copyOf(categories);
    grounds = List.copyOf(grounds);
    messengers = List.copyOf(messengers);
    surfaces = List.copyOf(surfaces);
    support = List.copyOf(support);
  }

  /// Returns the known fields of the place.
  public Map<String, String> place() {
    return where.place();
  }
}
