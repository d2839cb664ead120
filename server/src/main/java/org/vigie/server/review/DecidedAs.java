package org.vigie.server.review;

/// The role in which a decision was made, for readers who do not learn who made it.
public enum DecidedAs {
  /// By the policy itself, without a person.
  POLICY,
  /// As the first or the second reviewer.
  REVIEWER,
  /// As the lead who settles a case.
  LEAD
}
