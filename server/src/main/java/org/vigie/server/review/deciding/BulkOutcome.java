package org.vigie.server.review.deciding;

import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;

/// How deciding one of several cases ended.
public sealed interface BulkOutcome {
  /// It is decided, and final soon.
  ///
  /// @param heldBefore whether the person held the case before, and has it again when they take
  ///     the decision back; otherwise it was claimed for this alone
  record Decided(Decision decision, boolean heldBefore) implements BulkOutcome {}

  /// Nothing was changed.
  record Skipped(CaseId subject, BulkSkip why) implements BulkOutcome {}
}
