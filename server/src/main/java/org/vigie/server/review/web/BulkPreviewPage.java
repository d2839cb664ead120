package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// What would become of each of several cases.
///
/// @param decided how many would be decided
/// @param fields what is sent when the person confirms
public record BulkPreviewPage(
    Frame frame, String verdict, int decided, List<Row> rows, List<Field> fields) implements Page {
  public BulkPreviewPage {
    rows = List.copyOf(rows);
    fields = List.copyOf(fields);
  }

  /// A case.
  ///
  /// @param effect what would happen, or why it is left out
  public record Row(CaseRow subject, boolean decided, String effect) {}

  /// What was filled in.
  public record Field(String name, String value) {}
}
