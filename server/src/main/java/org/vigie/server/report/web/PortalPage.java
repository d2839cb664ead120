package org.vigie.server.report.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// The portal of a flagger: the outcomes of its notices, and the forms to send more.
///
/// @param facts status and scope of the organisation
/// @param categories those of the organisation's own scope first
/// @param messengers to choose from; empty where there is only one
/// @param typed the values of the form, by field
/// @param table the results of a table that was just sent
public record PortalPage(
    Frame frame,
    List<Figure> facts,
    List<Figure> figures,
    List<Row> rows,
    List<ChoiceGroup> categories,
    List<Choice> messengers,
    List<Choice> surfaces,
    Map<String, String> typed,
    FormErrors errors,
    FileLimit largestFile,
    Optional<TableResult> table)
    implements Page {
  public PortalPage {
    facts = List.copyOf(facts);
    messengers = List.copyOf(messengers);
    surfaces = List.copyOf(surfaces);
    figures = List.copyOf(figures);
    rows = List.copyOf(rows);
    categories = List.copyOf(categories);
    typed = Map.copyOf(typed);
  }

  /// A number with its name.
  public record Figure(String label, String value) {}

  /// One notice.
  ///
  /// @param address of its page
  /// @param reported the first place, as it was given
  /// @param reference the organisation's own; may be empty
  /// @param scope whether it was within the scope, in words
  public record Row(
      String address,
      String reported,
      String reference,
      Moment received,
      String category,
      String scope,
      Tone tone,
      String state) {}

  /// The result of a table.
  ///
  /// @param refused refused lines, with their defects
  public record TableResult(String received, List<String> refused) {
    public TableResult {
      refused = List.copyOf(refused);
    }
  }

  /// Returns the typed value of a field.
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }
}
