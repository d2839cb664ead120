package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// What became of several cases.
///
/// @param decisions that can be taken back for a moment
public record BulkResultPage(
    Frame frame, int decided, int skipped, List<Row> rows, List<String> decisions) implements Page {
  public BulkResultPage {
    rows = List.copyOf(rows);
    decisions = List.copyOf(decisions);
  }

  /// A case.
  public record Row(long subject, boolean decided, String sentence) {}
}
