package org.vigie.server.home.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemTypes;

/// Every problem type that the API answers with.
public record ProblemsPage(Frame frame, ProblemTypes types) implements Page {
  public List<ProblemPage> problems() {
    return types.all().stream().map(type -> new ProblemPage(frame, type)).toList();
  }
}
