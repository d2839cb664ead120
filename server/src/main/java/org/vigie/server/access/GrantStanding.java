package org.vigie.server.access;

/// Whether evidence may be opened by a grant, and why not.
public enum GrantStanding {
  STANDS,
  /// No such grant was given, or the stored one differs.
  FORGED,
  /// A second person has not approved yet.
  NOT_APPROVED,
  EXPIRED,
  REVOKED,
  /// It belongs to another person.
  NOT_THE_HOLDER,
  /// It is for other evidence, or to destroy it.
  NOT_COVERED,
  /// The holder or the second person has lost the permission since.
  NOT_PERMITTED
}
