package org.vigie.server.policy;

/// The finding of a decision about a notice; its reporter is told.
public enum NoticeFinding {
  /// A measure was taken.
  FOUNDED,
  /// There is a violation, and its content is left as it is.
  NO_MEASURE,
  /// There is no violation.
  UNFOUNDED,
  /// Nobody could have sent it in good faith: Regulation (EU) 2022/2065, Art. 23(2).
  MANIFESTLY_UNFOUNDED
}
