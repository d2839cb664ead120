package org.vigie.server.review.cases;

/// The state of a case.
public enum CaseState {
  /// Waits in its queue.
  OPEN,
  /// A reviewer holds it.
  CLAIMED,
  /// Decided, and can be taken back for a moment.
  PENDING,
  DECIDED
}
