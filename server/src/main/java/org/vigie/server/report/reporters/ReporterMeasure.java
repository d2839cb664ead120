package org.vigie.server.report.reporters;

import java.util.UUID;

/// A warning or a suspension, for the messenger of the reporter.
///
/// @param entry its identifier, and the cursor for the next measures
/// @param reporter the messenger's own name for the reporter
public record ReporterMeasure(UUID entry, String reporter, Misuse misuse) {
  @Override
  public String toString() {
    return "ReporterMeasure[" + entry + "]";
  }
}
