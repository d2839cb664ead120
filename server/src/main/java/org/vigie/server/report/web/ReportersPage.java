package org.vigie.server.report.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Reporters with manifestly unfounded notices.
public record ReportersPage(Frame frame, List<Row> rows) implements Page {
  public ReportersPage {
    rows = List.copyOf(rows);
  }

  /// One reporter.
  ///
  /// @param name the beginning of the mark, enough to distinguish two
  public record Row(
      String address,
      String name,
      String origin,
      String total,
      String unfounded,
      String share,
      String last) {
    /// Returns the whole mark, which ends the address.
    public String mark() {
      return address.substring(address.lastIndexOf('/') + 1);
    }
  }
}
