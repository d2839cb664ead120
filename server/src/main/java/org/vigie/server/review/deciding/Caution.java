package org.vigie.server.review.deciding;

/// Why a measure has to be confirmed a second time.
public enum Caution {
  /// The account belongs to the messenger's own people.
  STAFF_ACCOUNT,
  /// The messenger had verified who the account is.
  VERIFIED_ACCOUNT,
  /// The room has as many members as the policy calls large, or more.
  LARGE_ROOM
}
