package org.vigie.server.scan;

import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;

/// One scan: the submission, its signals and its matches.
///
/// @param caller the submitter, as ledgers name callers
/// @param size of the media in bytes
/// @param media the sealed media; empty if it was not kept
public record Scan(
    ScanId id,
    String caller,
    Submission submission,
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
    return new Scan(id, caller, submission, size, signals, comparison.first(), media);
  }

  public Scan with(MediaSignals otherSignals, Comparison otherComparison) {
    return new Scan(id, caller, submission, size, otherSignals, otherComparison, media);
  }

  public Scan withMedia(Optional<EvidenceId> sealed) {
    return new Scan(id, caller, submission, size, signals, comparison, sealed);
  }
}
