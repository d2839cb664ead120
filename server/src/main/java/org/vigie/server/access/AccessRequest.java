package org.vigie.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A request to give a person a way in, or more permissions. It takes effect with the approval of a
/// second administrator, or after a day in which it is visible to everybody who can stop it.
///
/// @param askedBy the reference of a [Caller]
/// @param dueAt when it takes effect, unless it is approved or stopped before
/// @param ended empty while pending
public record AccessRequest(
    UUID id,
    Change change,
    PersonId person,
    String askedBy,
    Instant askedAt,
    Instant dueAt,
    Optional<Ended> ended) {
  /// The kinds that give roles; a person has one pending request of them at a time.
  public static final Set<Kind> OF_ROLES = Set.of(Kind.ROLES, Kind.LINK_AND_ROLES);

  /// Returns the consent that it needs. People request their own account of the OpenID provider by
  /// signing in with it, and need no permission for that.
  public Agreement agreement() {
    Optional<Permission> requesterNeeds =
        change instanceof SingleSignOn ? Optional.empty() : Optional.of(Permission.PEOPLE_WRITE);
    return new Agreement(
        Caller.of(askedBy), requesterNeeds, Permission.PEOPLE_WRITE, Optional.of(person), askedAt);
  }

  /// The change that it asks for.
  public sealed interface Change {
    Kind kind();

    /// Returns the roles that it adds.
    default Set<Role> roles() {
      return Set.of();
    }
  }

  /// An enrolment link, which replaces its person's credentials.
  public record Link() implements Change {
    @Override
    public Kind kind() {
      return Kind.LINK;
    }
  }

  /// Roles that are added.
  ///
  /// @param withWayIn whether one person alone gave the way in, so that an approval of the roles
  ///     covers it too
  public record Roles(Set<Role> roles, boolean withWayIn) implements Change {
    public Roles {
      roles = Set.copyOf(roles);
    }

    @Override
    public Kind kind() {
      return withWayIn ? Kind.LINK_AND_ROLES : Kind.ROLES;
    }
  }

  /// A disabled person may sign in again.
  public record Enable() implements Change {
    @Override
    public Kind kind() {
      return Kind.ENABLE;
    }
  }

  /// An account of the OpenID provider is linked to the person.
  public record SingleSignOn(String issuer, String subject) implements Change {
    @Override
    public Kind kind() {
      return Kind.SINGLE_SIGN_ON;
    }

    @Override
    public String toString() {
      return "SingleSignOn[" + issuer + "]";
    }
  }

  /// The kinds of change, as stored and as keys of texts.
  public enum Kind {
    LINK,
    ROLES,
    /// Roles, and with them a way in that no second person approved.
    LINK_AND_ROLES,
    ENABLE,
    SINGLE_SIGN_ON
  }

  /// How a request ended.
  public enum Ending {
    /// A second administrator approved it, and it took effect.
    AGREED,
    /// It was not stopped for a day, and took effect.
    WAITED,
    STOPPED,
    /// A newer request or a later change replaced it.
    REPLACED,
    /// It took effect at once, during set-up.
    AT_ONCE
  }

  /// The end of a request.
  ///
  /// @param by the reference of a [Caller]
  public record Ended(Ending how, Instant at, String by) {}
}
