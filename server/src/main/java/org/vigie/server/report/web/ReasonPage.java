package org.vigie.server.report.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The first step of the form: the reason.
public record ReasonPage(Frame frame, List<Row> rows) implements Page {
  public ReasonPage {
    rows = List.copyOf(rows);
  }

  /// One reason, which leads to the second step.
  ///
  /// @param examples of content that it covers
  public record Row(String address, String title, String examples) {}
}
