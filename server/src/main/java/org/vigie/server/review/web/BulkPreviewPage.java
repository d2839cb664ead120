package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The expected outcome for each of several cases.
///
/// @param decided how many would be decided
/// @param fields the hidden fields of the confirmation
public record BulkPreviewPage(
    Frame frame, String verdict, int decided, List<Row> rows, List<Field> fields) implements Page {
  public BulkPreviewPage {
    rows = List.copyOf(rows);
    fields = List.copyOf(fields);
  }

  /// A case.
  ///
  /// @param effect the expected outcome, or why the case is skipped
  public record Row(CaseRow subject, boolean decided, String effect) {}

  /// A field with the value that was filled in.
  public record Field(String name, String value) {}
}
