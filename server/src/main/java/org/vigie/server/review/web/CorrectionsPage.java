package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Requests to correct a decision that wait for a second person.
///
/// @param refused the request whose answer was refused; may be empty
/// @param reason that was sent with it
public record CorrectionsPage(
    Frame frame, List<Row> rows, FormErrors errors, String refused, String reason) implements Page {
  public CorrectionsPage {
    rows = List.copyOf(rows);
  }

  /// Returns whether the viewer decides cases; others only read.
  public boolean mayDecide() {
    return Viewer.may(Permission.CASES_DECIDE);
  }

  /// A request.
  ///
  /// @param verdict of the decision, in words
  public record Row(long subject, String verdict, Asked asked) {}
}
