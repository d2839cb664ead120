package org.vigie.server.report.web;

import java.util.List;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;

/// One reporter, and the form to warn or suspend them.
///
/// @param typed the answers of the form; nothing is chosen before the lead does
public record ReporterPage(
    Frame frame,
    String address,
    ReportersPage.Row reporter,
    List<Act> history,
    List<Choice> measures,
    List<Choice> gravities,
    List<Choice> intents,
    Typed typed,
    FormErrors errors)
    implements Page {
  public ReporterPage {
    history = List.copyOf(history);
    measures = List.copyOf(measures);
    gravities = List.copyOf(gravities);
    intents = List.copyOf(intents);
  }

  /// Returns whether the viewer may change anything here; others only read.
  public boolean mayChange() {
    return Viewer.may(Permission.CASES_LEAD);
  }

  /// The answers of the form, as they were sent; empty where there is none.
  public record Typed(String measure, String gravity, String intent, String reason) {
    static final Typed NOTHING = new Typed("", "", "", "");
  }

  /// A measure, with its factors.
  public record Act(
      Moment at, String measure, String numbers, String gravity, String intent, String reason) {}
}
