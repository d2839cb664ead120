package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The outcome for several cases.
///
/// @param undo takes decisions back; empty if it is too late
public record BulkResultPage(
    Frame frame, int decided, int skipped, List<Row> rows, Optional<UndoAll> undo) implements Page {
  public BulkResultPage {
    rows = List.copyOf(rows);
  }

  /// Decisions that can be taken back.
  ///
  /// @param held those of cases that the person keeps then
  /// @param seconds until it is too late for the first of them
  public record UndoAll(List<String> decisions, List<String> held, long seconds) {
    public UndoAll {
      decisions = List.copyOf(decisions);
      held = List.copyOf(held);
    }
  }

  /// A case.
  public record Row(long subject, boolean decided, String sentence) {}
}
