package org.vigie.server.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Somebody who may sign in.
///
/// @param state whether the person can sign in now
public record Person(
    PersonId id,
    PersonName name,
    EmailAddress email,
    Set<Role> roles,
    Optional<OrganisationId> organisation,
    State state,
    Instant createdAt) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /// Where a person stands.
  public enum State {
    /// Was invited, and has no way to sign in yet.
    INVITED,
    ACTIVE,
    /// May not sign in, whatever they have to sign in with.
    DISABLED
  }

  /// Returns whether a role of theirs is guarded, also while they are disabled.
  public boolean isGuarded() {
    return roles.stream().anyMatch(Role::isGuarded);
  }

  /// Returns what the person may do; nothing while disabled.
  public Set<Permission> permissions() {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    if (state != State.DISABLED) {
      roles.forEach(role -> permissions.addAll(role.permissions()));
    }
    return permissions;
  }
}
