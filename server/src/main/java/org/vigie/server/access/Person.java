package org.vigie.server.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A person who may sign in.
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

  /// The state of a person.
  public enum State {
    /// Was invited, and has no way to sign in yet.
    INVITED,
    ACTIVE,
    /// May not sign in, even with a valid credential.
    DISABLED
  }

  /// Returns whether a role of theirs is guarded, also while they are disabled.
  public boolean isGuarded() {
    return roles.stream().anyMatch(Role::isGuarded);
  }

  /// Returns the permissions of the person. Returns none while disabled.
  public Set<Permission> permissions() {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    if (state != State.DISABLED) {
      roles.forEach(role -> permissions.addAll(role.permissions()));
    }
    return permissions;
  }
}
