package org.vigie.server.access;

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
}
