package org.vigie.server.report.reporters;

import java.util.UUID;
import org.vigie.connector.MessengerId;

/// A warning or a suspension, as the messenger of the reporter is told.
///
/// @param entry names it, and is the cursor for reading on
/// @param messenger that the reporter is in
/// @param reporter the messenger's own name for the reporter
public record ReporterMeasure(UUID entry, MessengerId messenger, String reporter, Misuse misuse) {
  @Override
  public String toString() {
    return "ReporterMeasure[" + entry + "]";
  }
}
