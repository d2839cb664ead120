package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;

/// The page of leads and auditors about the quality of decisions and notices.
///
/// @param checks the sampled decisions of others that wait for a lead
/// @param verdicts the answers to them
/// @param dangers the cases that wait and in which somebody's life is in danger
public record QualityPage(
    Frame frame, long dangers, List<CheckRow> checks, List<Choice> verdicts, List<Figure> figures)
    implements Page {
  public QualityPage {
    checks = List.copyOf(checks);
    verdicts = List.copyOf(verdicts);
    figures = List.copyOf(figures);
  }

  /// Returns whether the viewer judges decisions again; others only read.
  public boolean mayJudge() {
    return Viewer.may(Permission.CASES_LEAD);
  }

  /// A decision to be judged again.
  public record CheckRow(String decision, long subject, Moment at) {}
}
