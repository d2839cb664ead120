package org.vigie.server.enforcement.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.enforcement.board.StuckActions;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// The actions that a messenger did not confirm.
public record StuckActionsPage(Frame frame, List<Row> rows) implements Page {
  public StuckActionsPage {
    rows = List.copyOf(rows);
  }

  /// Returns the longest reason for giving up.
  public int longestReason() {
    return StuckActions.LONGEST_REASON;
  }

  /// One action.
  ///
  /// @param subject the number of its case
  /// @param failedAt when it was given to a lead; empty while it is attempted again
  public record Row(
      String id,
      String action,
      String messenger,
      String subject,
      State state,
      String reason,
      Optional<Moment> failedAt) {
    /// Returns whether it can be given up.
    public boolean dead() {
      return failedAt.isPresent();
    }
  }

  /// The progress of an action.
  public record State(Tone tone, String text) {}
}
