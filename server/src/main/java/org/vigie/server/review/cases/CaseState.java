package org.vigie.server.review.cases;

/// Where a case stands.
public enum CaseState {
  /// Waits in its queue.
  OPEN,
  /// A reviewer holds it.
  CLAIMED,
  /// Decided, and can be taken back for a moment.
  PENDING,
  DECIDED
}
