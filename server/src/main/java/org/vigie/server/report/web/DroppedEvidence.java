package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parts of an accepted report's evidence and words that were dropped.
///
/// @param count the number of parts
/// @param reason in words
@Schema(name = "DroppedEvidence")
record DroppedEvidence(int count, String reason) {
  private static final String ABUSE = "Evidence of child abuse must not travel this way. Nothing of"
      + " it was decoded or stored; the report was taken.";
  private static final String FILES = "Only plain text of up to 2,000 characters is kept, three"
      + " texts a report. Nothing else was decoded or stored; the report was taken.";
  private static final String TOO_LONG = "The words of a report are kept up to 10,000 characters."
      + " Send shorter ones, or the rest in a second report.";

  static Optional<DroppedEvidence> of(XarfReport report) {
    int evidence = report.evidence().dropped();
    int words = report.explanation().dropped();
    String reason = Stream.of(
            evidence == 0 ? "" : report.isAboutChildren() ? ABUSE : FILES,
            words == 0 ? "" : TOO_LONG)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new DroppedEvidence(evidence + words, reason));
  }
}
