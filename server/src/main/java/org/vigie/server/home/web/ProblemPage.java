package org.vigie.server.home.web;

import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemType;

/// The meaning of a problem type, and its remedy.
public record ProblemPage(Frame frame, ProblemType type) implements Page {
  public String title() {
    return text("title");
  }

  public String meaning() {
    return text("meaning");
  }

  public String remedy() {
    return text("remedy");
  }

  private String text(String part) {
    return frame.text("problem." + type.slug() + "." + part);
  }
}
