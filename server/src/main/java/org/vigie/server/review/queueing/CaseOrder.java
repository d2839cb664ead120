package org.vigie.server.review.queueing;

/// In which order cases are listed.
public enum CaseOrder {
  /// The most urgent first, as they are handed out.
  PRIORITY,
  /// The oldest first.
  AGE,
  /// The one first whose clock is over first; those without a clock come last.
  DUE
}
