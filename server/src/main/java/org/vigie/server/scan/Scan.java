package org.vigie.server.scan;

import java.util.Optional;
import org.vigie.connector.Subject;
import org.vigie.server.evidence.EvidenceId;

/// One scan: its subject, its signals and its matches.
///
/// @param caller the submitter, as ledgers name callers
/// @param subject of which the media is a part
/// @param size of the media in bytes
/// @param media the sealed media; empty if it was not kept
public record Scan(
    ScanId id,
    String caller,
    Subject subject,
    long size,
    MediaSignals signals,
    Comparison comparison,
    Optional<EvidenceId> media) {
  /// Returns the outcome, matches that were found later included.
  public ScanOutcome outcome() {
    return comparison.outcome();
  }

  /// Returns the scan as in its first answer.
  public Scan first() {
    return new Scan(id, caller, subject, size, signals, comparison.first(), media);
  }

  public Scan with(MediaSignals otherSignals, Comparison otherComparison) {
    return new Scan(id, caller, subject, size, otherSignals, otherComparison, media);
  }

  public Scan withMedia(Optional<EvidenceId> sealed) {
    return new Scan(id, caller, subject, size, signals, comparison, sealed);
  }
}
