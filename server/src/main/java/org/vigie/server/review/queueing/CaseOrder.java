package org.vigie.server.review.queueing;

/// In which order cases are listed.
public enum CaseOrder {
  /// The most urgent first, as reviewers get them.
  PRIORITY,
  /// The oldest first.
  AGE,
  /// By deadline, the earliest first; cases without one come last.
  DUE
}
