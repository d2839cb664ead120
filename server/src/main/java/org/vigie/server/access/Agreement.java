package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request that needs the consent of two people: its requester, and an approver who is
/// independent of the requester. [Agreements] checks the approver.
///
/// A request without approval ends after [#WAIT]. It then lapses or takes effect, depending on its
/// kind; the proposal of a flagger gives no access, and stays pending. Until then, its requester
/// may withdraw it.
///
/// @param requester the caller who asked; the consent of Vigie and of operators needs no check
/// @param requesterNeeds the permission that the requester must still have at the approval, if any
/// @param approverNeeds the permission that the approver must have
/// @param beneficiary the person who would get access by it, and cannot approve it
public record Agreement(
    Caller requester,
    Optional<Permission> requesterNeeds,
    Permission approverNeeds,
    Optional<PersonId> beneficiary,
    Instant askedAt) {
  /// How long a request is pending, visible to everybody who can stop it.
  public static final Duration WAIT = Duration.ofDays(1);

  /// The consent of an approver, or the reason why it does not count.
  public enum Consent {
    GIVEN,
    /// The requester cannot approve.
    SAME_PERSON,
    /// The beneficiary cannot approve.
    BENEFICIARY,
    /// The approver or the requester lacks the permission now.
    NOT_PERMITTED,
    /// One administrator alone gave access to both, or one gave it to the other, less than a day
    /// ago ([Independence]).
    SAME_ORIGIN
  }

  /// Returns when the request ends, unless it is approved or withdrawn before.
  public Instant endsAt() {
    return askedAt.plus(WAIT);
  }

  /// Returns whether the request can still be approved, refused or withdrawn.
  public boolean isPending(Instant now) {
    return now.isBefore(endsAt());
  }

  /// Returns whether stopping the request is a withdrawal, as a caller requested it themselves.
  public boolean isRequester(Caller caller) {
    return requester.equals(caller);
  }
}
