package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Moment;
import org.vigie.server.review.web.Words.Badge;

/// The queue beside a case: the next cases of a person within their filter.
///
/// @param chips the filter
/// @param rows the case that is shown, then the next ones
public record Rail(Chips chips, List<Row> rows) {
  public Rail {
    rows = List.copyOf(rows);
  }

  /// A case in one line.
  ///
  /// @param current whether it is the case that is shown
  /// @param line the beginning of the report, or the number of matches
  /// @param left the time to its deadline, if it has one
  public record Row(
      String address,
      boolean current,
      String category,
      String line,
      Moment opened,
      Optional<Badge> left) {}
}
