package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;

/// The page of leads about the quality of decisions and notices.
///
/// @param checks the sampled decisions that the lead is to judge again
/// @param verdicts the answers to them
public record QualityPage(
    Frame frame, List<CheckRow> checks, List<Choice> verdicts, List<Figure> figures)
    implements Page {
  public QualityPage {
    checks = List.copyOf(checks);
    verdicts = List.copyOf(verdicts);
    figures = List.copyOf(figures);
  }

  /// A decision to be judged again.
  public record CheckRow(String decision, long subject, Moment at) {}
}
