package org.vigie.server.review;

/// What the ledger says that people and Vigie did with cases.
final class Acts {
  static final String CLAIMED = "case claimed";
  static final String RELEASED = "case released";
  static final String SKIPPED = "case skipped";
  static final String DECIDED = "case decided";
  static final String TAKEN_BACK = "decision taken back";
  static final String DECIDED_BY_POLICY = "case decided by policy";
  static final String REOPENED = "case reopened";
  static final String NOTED = "case note written";

  private Acts() {}
}
