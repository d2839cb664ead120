package org.vigie.server.review.reversing;

/// The corrections of a decision in force that people ask for.
public enum CorrectionKind {
  /// The person who made it says that it was wrong; others decide the case.
  REVERSE,
  /// The person who made it decides the case anew.
  CHANGE,
  /// A lead has the decision of another person looked at by a fresh reviewer.
  LOOK_AGAIN
}
