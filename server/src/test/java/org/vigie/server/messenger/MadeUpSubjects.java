package org.vigie.server.messenger;

import java.util.List;
import java.util.Optional;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;

/// Subjects for tests, of the only messenger where a test names no other.
public final class MadeUpSubjects {
  /// The messenger of servers whose operator names none.
  public static final MessengerId MAIN = MessengerId.MAIN;

  public static final Messengers ONLY = new Messengers(List.of(MAIN));

  private MadeUpSubjects() {}

  /// Returns a subject of which only the surface is known.
  public static Subject nowhere(Surface surface) {
    return new Subject(MAIN, surface, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Returns the account, of the same messenger and surface in a room.
  public static Subject account(Surface surface, String room, String account) {
    return new Subject(MAIN, surface, named(room), named(account), Optional.empty());
  }

  /// Returns the subject with the same references in another messenger.
  public static Subject in(MessengerId messenger, Subject subject) {
    return new Subject(
        messenger, subject.surface(), subject.room(), subject.account(), subject.message());
  }

  public static Optional<Reference> named(String name) {
    return Optional.of(new Reference(name));
  }
}
