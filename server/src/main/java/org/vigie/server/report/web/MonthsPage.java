package org.vigie.server.report.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The monthly counts of a flagger, to be countersigned.
public record MonthsPage(Frame frame, List<Row> rows) implements Page {
  public MonthsPage {
    rows = List.copyOf(rows);
  }

  /// One month.
  ///
  /// @param month such as `2026-11`
  /// @param name the same in words
  /// @param signed when it was signed; empty until then
  /// @param signable whether it can be signed now
  public record Row(
      String month,
      String name,
      String notices,
      String founded,
      String unfounded,
      String open,
      String signed,
      boolean signable) {}
}
