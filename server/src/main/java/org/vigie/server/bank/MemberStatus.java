package org.vigie.server.bank;

/// Whether a member counts.
public enum MemberStatus {
  ACTIVE,
  /// In doubt: it still matches, and every measure needs a person.
  DISPUTED,
  /// It matched far too much: it does not match until a lead has decided.
  SET_ASIDE,
  /// It no longer matches.
  WITHDRAWN
}
