package org.vigie.server.review;

/// What became of one of several cases.
public sealed interface BulkOutcome {
  /// It is decided, and final soon.
  record Decided(Decision decision) implements BulkOutcome {}

  /// It is as it was.
  record Skipped(CaseId subject, BulkSkip why) implements BulkOutcome {}
}
