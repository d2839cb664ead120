package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The opt-outs of all reviewers, for leads.
public record OptOutsPage(Frame frame, List<Row> rows) implements Page {
  public OptOutsPage {
    rows = List.copyOf(rows);
  }

  /// One person and one category.
  public record Row(String person, String category, String since) {}
}
