package org.vigie.server.access;

/// Whether evidence may be opened by a grant, and why not.
public enum GrantStanding {
  STANDS,
  /// No such grant was given, or it says something else than what was given.
  FORGED,
  /// A second person has not agreed yet.
  NOT_APPROVED,
  EXPIRED,
  REVOKED,
  /// It is somebody else's.
  NOT_THE_HOLDER,
  /// It is for other evidence, or to destroy it.
  NOT_COVERED,
  /// Its holder, or the second person, has lost the permission since.
  NOT_PERMITTED
}
