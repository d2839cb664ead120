package org.vigie.server.access;

import java.time.Instant;
import java.util.Optional;

/// A grant that is pending with a second person.
public record WaitingGrant(GrantId id, GrantRequest request, Instant askedAt) {
  /// Returns the consent that it needs.
  public Agreement agreement() {
    Permission permission = request.purpose().permission();
    return new Agreement(
        new Caller.Person(request.holder()),
        Optional.of(permission),
        permission,
        Optional.empty(),
        askedAt);
  }
}
