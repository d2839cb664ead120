package org.vigie.server.access;

/// How agreeing to a grant ended.
public sealed interface GrantApproval {
  /// It stands from now on.
  record Approved(Grant grant) implements GrantApproval {}

  /// The same person asked for it.
  record SamePerson() implements GrantApproval {}

  /// One administrator alone gave both their access, or one gave it to the other, less than a
  /// day ago.
  record SameOrigin() implements GrantApproval {}

  /// The second person, or the one who asked, lacks the permission.
  record NotPermitted() implements GrantApproval {}

  /// Nobody has asked for it, or too long ago, or it was approved or revoked before.
  record NotWaiting() implements GrantApproval {}
}
