package org.vigie.server.access.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Secrets that are shown now and never again: a key, a link, recovery codes.
///
/// @param title of the secrets
/// @param sentence instructions for the secrets
/// @param next path of the page after this one
public record ShownOncePage(
    Frame frame, String title, String sentence, List<String> values, String next) implements Page {
  public ShownOncePage {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    return "ShownOncePage[" + title + "]";
  }
}
