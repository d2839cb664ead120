package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.review.web.Words.Badge;

/// The viewer's recent decisions, and the outcome of each.
///
/// @param days for how many days back, as the form has it
public record DecidedPage(
    Frame frame, String days, List<Choice> choices, List<Row> rows, Pager pager) implements Page {
  public DecidedPage {
    choices = List.copyOf(choices);
    rows = List.copyOf(rows);
  }

  /// A decision.
  ///
  /// @param excerpt the first words of a notice about it; may be empty
  public record Row(long subject, String verdict, String excerpt, Moment at, Badge life) {}
}
