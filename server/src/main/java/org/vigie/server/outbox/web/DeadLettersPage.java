package org.vigie.server.outbox.web;

import java.util.List;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;

/// The effects that are no longer retried.
public record DeadLettersPage(Frame frame, List<Row> rows) implements Page {
  public DeadLettersPage {
    rows = List.copyOf(rows);
  }

  /// Returns whether the viewer may change anything here; others only read.
  public boolean mayChange() {
    return Viewer.may(Permission.OUTBOX_WRITE);
  }

  /// One dead letter.
  ///
  /// @param key the key of its order
  /// @param failure the reason of its last attempt
  public record Row(
      String id,
      String kind,
      String key,
      String attempts,
      String failure,
      Moment diedAt,
      boolean overtaken) {}
}
