package org.vigie.server.access;

import java.util.Optional;

/// How the approval of a grant ended.
public sealed interface GrantApproval {
  /// The grant is in force from now on.
  record Approved(Grant grant) implements GrantApproval {}

  /// The approver is the requester.
  record SamePerson() implements GrantApproval {}

  /// One administrator alone gave both their access, or one gave it to the other, less than a
  /// day ago.
  record SameOrigin() implements GrantApproval {}

  /// The approver or the requester lacks the permission.
  record NotPermitted() implements GrantApproval {}

  /// No such request is pending: it was never made, lapsed, or was approved or revoked before.
  record NotWaiting() implements GrantApproval {}

  /// Returns how an approval ends whose consent does not count; empty if it counts.
  static Optional<GrantApproval> refusal(Agreement.Consent consent) {
    return switch (consent) {
      case GIVEN -> Optional.empty();
      case SAME_PERSON -> Optional.of(new SamePerson());
      case BENEFICIARY, NOT_PERMITTED -> Optional.of(new NotPermitted());
      case SAME_ORIGIN -> Optional.of(new SameOrigin());
    };
  }
}
