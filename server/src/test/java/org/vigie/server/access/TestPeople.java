package org.vigie.server.access;

import java.util.Set;
import java.util.UUID;

/// Stores invented people, for tests that depend on their rows in the database.
public final class TestPeople {
  private TestPeople() {}

  /// Invites a person with roles in the name of Vigie, so that nobody shares an origin with them.
  public static Caller.Person invite(People people, Role... roles) {
    return new Caller.Person(people
        .invite(
            new Caller.Vigie(),
            new PersonName("Invented Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(roles))
        .orElseThrow());
  }
}
