package org.vigie.server.report.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// The organisations that have a status, and the form to propose one.
///
/// @param chosen keys of the categories that were ticked
public record FlaggersPage(
    Frame frame,
    List<Row> rows,
    List<Choice> organisations,
    List<Choice> statuses,
    List<Choice> categories,
    Map<String, String> typed,
    Set<String> chosen,
    FormErrors errors)
    implements Page {
  public FlaggersPage {
    rows = List.copyOf(rows);
    organisations = List.copyOf(organisations);
    statuses = List.copyOf(statuses);
    categories = List.copyOf(categories);
    typed = Map.copyOf(typed);
    chosen = Set.copyOf(chosen);
  }

  /// One organisation.
  ///
  /// @param id of the organisation
  /// @param verifiable whether a second person has to look, and the viewer may be that one
  /// @param waits whether a second person has to look, and it cannot be the viewer
  /// @param keys that send for it
  public record Row(
      String id,
      String name,
      String status,
      String awarder,
      String scope,
      String dates,
      Tone tone,
      String state,
      String keys,
      boolean verifiable,
      boolean waits,
      boolean ended) {}

  /// Returns what was typed in a field.
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
