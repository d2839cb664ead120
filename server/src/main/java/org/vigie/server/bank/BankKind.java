package org.vigie.server.bank;

/// What a match with a bank means.
public enum BankKind {
  /// Known content under a policy.
  POSITIVE,
  /// Known false positives: a nearer match here silences a perceptual one there.
  NEGATIVE
}
