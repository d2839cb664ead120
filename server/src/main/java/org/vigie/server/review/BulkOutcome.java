package org.vigie.server.review;

/// What became of one of several cases.
public sealed interface BulkOutcome {
  /// It is decided, and final soon.
  ///
  /// @param heldBefore whether the person held the case before, and has it again when they take
  ///     the decision back; otherwise it was claimed for this alone
  record Decided(Decision decision, boolean heldBefore) implements BulkOutcome {}

  /// It is as it was.
  record Skipped(CaseId subject, BulkSkip why) implements BulkOutcome {}
}
