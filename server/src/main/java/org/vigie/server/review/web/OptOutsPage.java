package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;

/// The opt-outs of all reviewers, for leads.
///
/// @param dangers the cases that wait and in which somebody's life is in danger
public record OptOutsPage(Frame frame, long dangers, List<Row> rows) implements Page {
  public OptOutsPage {
    rows = List.copyOf(rows);
  }

  /// One person and one category.
  public record Row(String person, String category, Moment since) {}
}
