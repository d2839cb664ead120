package org.vigie.server.report.reporters;

import java.util.UUID;
import org.vigie.connector.MessengerId;

/// A warning or a suspension, for the messenger of the reporter.
///
/// @param entry its identifier, and the cursor for the next measures
/// @param messenger that the reporter is in
/// @param reporter the messenger's own name for the reporter
public record ReporterMeasure(UUID entry, MessengerId messenger, String reporter, Misuse misuse) {
  @Override
  public String toString() {
    return "ReporterMeasure[" + entry + "]";
  }
}
