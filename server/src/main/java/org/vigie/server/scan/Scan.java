package org.vigie.server.scan;

/// One scan: what was submitted, without the media, and what was found.
///
/// @param caller who submitted it, as ledgers name callers
/// @param size of the media in bytes
public record Scan(
    ScanId id,
    String caller,
    Submission submission,
    long size,
    MediaSignals signals,
    Comparison comparison) {
  /// Returns the outcome, matches that were found later included.
  public ScanOutcome outcome() {
    return comparison.outcome();
  }

  /// Returns the scan as it was answered.
  public Scan first() {
    return new Scan(id, caller, submission, size, signals, comparison.first());
  }
}
