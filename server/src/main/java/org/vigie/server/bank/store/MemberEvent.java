package org.vigie.server.bank.store;

import java.time.Instant;
import java.util.Optional;

/// An event of the history of a member; the first is its addition.
///
/// @param revision the bank revision of the event; 0 for the addition
/// @param by the reference of the caller
/// @param reason as the caller gave it; empty for additions
/// @param disabledUntil the moment, if it was disabled
public record MemberEvent(
    long revision, Act act, String reason, Optional<Instant> disabledUntil, Instant at, String by) {
  /// The kind of an event.
  public enum Act {
    ADDED,
    DESCRIBED,
    CHANGED_BY_IMPORT,
    DISPUTED,
    SET_ASIDE,
    WITHDRAWN,
    /// It matches again.
    PUT_BACK,
    DISABLED,
    ENABLED
  }
}
