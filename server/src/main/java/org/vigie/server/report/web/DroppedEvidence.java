package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/// What of a report's evidence was not taken, while the report was.
///
/// @param count how many
/// @param reason in words
@Schema(name = "DroppedEvidence")
record DroppedEvidence(int count, String reason) {
  private static final String ABUSE = "Evidence of child abuse must not travel this way. Nothing of"
      + " it was decoded or stored; the report was taken.";
  private static final String FILES = "Only plain text of up to 2,000 characters is kept, three"
      + " texts a report. Nothing else was decoded or stored; the report was taken.";

  static Optional<DroppedEvidence> of(XarfReport report) {
    int count = report.evidence().dropped();
    return count == 0
        ? Optional.empty()
        : Optional.of(new DroppedEvidence(count, report.isAboutChildren() ? ABUSE : FILES));
  }
}
