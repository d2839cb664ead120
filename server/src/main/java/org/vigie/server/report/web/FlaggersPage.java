package org.vigie.server.report.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// The organisations that have a status, and the form to propose one.
///
/// @param chosen keys of the categories that were ticked
/// @param alone whether no other person could verify the viewer's proposals
public record FlaggersPage(
    Frame frame,
    List<Row> rows,
    List<Choice> organisations,
    List<Choice> statuses,
    List<Choice> categories,
    Map<String, String> typed,
    Set<String> chosen,
    boolean alone,
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

  /// Returns whether the viewer may change anything here; others only read.
  public boolean mayChange() {
    return Viewer.may(Permission.FLAGGERS_WRITE);
  }

  /// One organisation.
  ///
  /// @param id of the organisation
  /// @param verifiable whether a second person has to look, and the viewer may be that one
  /// @param hindrance why a second person has to look who is not the viewer
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
      Optional<String> hindrance,
      boolean ended) {}

  /// Returns the typed value of a field.
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
