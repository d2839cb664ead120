package org.vigie.server.access;

/// Checks whether two people may agree to a request, by the present state of the database. Threads:
/// any.
public interface Agreements {
  /// Returns whether the consent of an approver counts, and else the first reason why not, in the
  /// order of [Agreement.Consent].
  Agreement.Consent consent(Agreement agreement, PersonId approver);

  /// Returns whether the requester still has the permission that the request needs.
  boolean isRequesterPermitted(Agreement agreement);
}
