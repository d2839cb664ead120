package org.vigie.server.review;

/// How deciding a case ended.
public sealed interface DecideOutcome {
  /// It is decided, and final soon.
  record Decided(Decision decision) implements DecideOutcome {}

  /// The claim is lost, or the case changed meanwhile; nothing was decided.
  record Lost() implements DecideOutcome {}

  /// The verdict is not one that the policy allows.
  ///
  /// @param field what is wrong
  /// @param defect a stable name
  record Malformed(String field, String defect) implements DecideOutcome {}
}
