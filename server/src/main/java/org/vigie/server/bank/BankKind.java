package org.vigie.server.bank;

/// What a match with a bank means.
public enum BankKind {
  /// Known content under a policy.
  POSITIVE,
  /// Known false positives: a match here silences one that is not nearer.
  NEGATIVE
}
