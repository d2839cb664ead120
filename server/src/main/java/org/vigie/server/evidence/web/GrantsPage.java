package org.vigie.server.evidence.web;

import java.util.List;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The grants for the law: those pending with a second person, and those in force.
///
/// @param errors why the viewer's last attempt was refused
public record GrantsPage(
    Frame frame, List<GrantRows.Row> waiting, List<GrantRows.Row> standing, FormErrors errors)
    implements Page {
  public GrantsPage {
    waiting = List.copyOf(waiting);
    standing = List.copyOf(standing);
  }

  /// Returns whether the viewer may change anything here; others only read.
  public boolean mayChange() {
    return Viewer.may(Permission.EVIDENCE_GRANT);
  }
}
