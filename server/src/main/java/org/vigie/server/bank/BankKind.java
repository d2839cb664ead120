package org.vigie.server.bank;

/// The meaning of a match with a bank.
public enum BankKind {
  /// Known content under a policy.
  POSITIVE,
  /// Known false positives: a nearer match here silences a perceptual one there.
  NEGATIVE
}
