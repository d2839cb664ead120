package org.vigie.server.report.reporters;

import java.util.UUID;

/// A warning or a suspension, as the messenger of the reporter is told.
///
/// @param entry names it, and is the cursor for reading on
/// @param reporter the messenger's own name for the reporter
public record ReporterMeasure(UUID entry, String reporter, Misuse misuse) {
  @Override
  public String toString() {
    return "ReporterMeasure[" + entry + "]";
  }
}
