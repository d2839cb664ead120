package org.vigie.server.report.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The first step of the form: the reason.
///
/// @param carried the fields that are known already
public record ReasonPage(Frame frame, List<Row> rows, Map<String, String> carried) implements Page {
  public ReasonPage {
    rows = List.copyOf(rows);
    carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
  }

  /// One reason, which leads to the second step.
  ///
  /// @param word its value in the form
  /// @param examples of content that it covers
  public record Row(String word, String title, String examples) {}
}
