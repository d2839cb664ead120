package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page of leads and auditors about the team's work: what waits, deadlines, decisions, and the
/// exposure of people.
///
/// @param dangers the cases that wait and in which somebody's life is in danger
/// @param overdue the number of overdue decisions, in words; empty if none
public record LeadPage(Frame frame, long dangers, String overdue, List<Figure> figures)
    implements Page {
  public LeadPage {
    figures = List.copyOf(figures);
  }

  /// Returns whether the viewer may see the opt-outs of reviewers.
  public boolean opensOptOuts() {
    return Viewer.may(Permission.CASES_LEAD);
  }
}
