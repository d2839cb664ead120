package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A change that gives a person a way in, or more to do, and needs a second administrator or a
/// day in sight.
///
/// @param askedBy the reference of a [Caller]
/// @param dueAt when it takes effect, if nobody agrees or stops it before
/// @param ended empty while it waits
public record AccessRequest(
    UUID id,
    Change change,
    PersonId person,
    String askedBy,
    Instant askedAt,
    Instant dueAt,
    Optional<Ended> ended) {
  /// How long a request waits in sight of everybody concerned before it takes effect.
  public static final Duration WAIT = Duration.ofDays(1);

  /// The kinds that give roles; one of them waits for a person at a time.
  public static final Set<Kind> OF_ROLES = Set.of(Kind.ROLES, Kind.LINK_AND_ROLES);

  /// What it gives.
  public sealed interface Change {
    Kind kind();

    /// Returns the roles that it adds.
    default Set<Role> roles() {
      return Set.of();
    }
  }

  /// An enrolment link, which replaces what its person signs in with.
  public record Link() implements Change {
    @Override
    public Kind kind() {
      return Kind.LINK;
    }
  }

  /// Roles that are added.
  ///
  /// @param withWayIn whether one person alone gave the way in that they are for, so that whoever
  ///     agrees to the roles agrees to that too
  public record Roles(Set<Role> roles, boolean withWayIn) implements Change {
    public Roles {
      roles = Set.copyOf(roles);
    }

    @Override
    public Kind kind() {
      return withWayIn ? Kind.LINK_AND_ROLES : Kind.ROLES;
    }
  }

  /// Somebody who was shut out may sign in again.
  public record Enable() implements Change {
    @Override
    public Kind kind() {
      return Kind.ENABLE;
    }
  }

  /// An account of the OpenID provider becomes the person's.
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

  /// The kinds of change, as they are stored and put into words.
  public enum Kind {
    LINK,
    ROLES,
    /// Roles, and with them a way in that nobody has agreed to.
    LINK_AND_ROLES,
    ENABLE,
    SINGLE_SIGN_ON
  }

  /// How it ended.
  public enum Ending {
    /// A second administrator agreed, and it took effect.
    AGREED,
    /// Nobody stopped it for a day, and it took effect.
    WAITED,
    STOPPED,
    /// Somebody asked for the same again, which waits anew, or took it back by a later change.
    REPLACED,
    /// It took effect at once, while the installation was being set up.
    AT_ONCE
  }

  /// That it has ended.
  ///
  /// @param by the reference of a [Caller]
  public record Ended(Ending how, Instant at, String by) {}
}
