package org.vigie.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.secrets.PasswordHashing;
import org.vigie.server.access.signin.OwnAccount;

/// Enrols the town's people, one a day.
final class TownPeople {
  private static final String NO_SESSION = "";

  private final People people;
  private final OwnAccount accounts;
  private final PasswordHashing hashing;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  TownPeople(People people, OwnAccount accounts, PasswordHashing hashing, InstantSource clock) {
    this.people = people;
    this.accounts = accounts;
    this.hashing = hashing;
    this.clock = clock;
  }

  /// They come in the days before the town's history begins.
  void plan(Timeline timeline, FourMonths months) {
    Instant first = months.begin().minus(Duration.ofDays(Resident.values().length));
    for (TownOrganisation each : TownOrganisation.values()) {
      timeline.plan(first, () -> people.add(new Caller.Vigie(), each.organisation()));
    }
    for (Resident resident : Resident.values()) {
      timeline.plan(first.plus(Duration.ofDays(resident.ordinal())), () -> welcome(resident));
    }
  }

  private void welcome(Resident resident) {
    people
        .invite(new Caller.Vigie(), resident.fullName(), resident.email(), resident.roles())
        .ifPresent(person -> {
          enrol(person);
          resident
              .employer()
              .ifPresent(each -> people.setOrganisation(
                  new Caller.Vigie(), person, Optional.of(each.organisation().id())));
        });
  }

  /// Returns the person of a resident who has enrolled.
  Caller.Person find(Resident resident) {
    return people.all().stream()
        .filter(person -> person.email().equals(resident.email()))
        .map(person -> new Caller.Person(person.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(resident + " has not come to the town"));
  }

  /// Gives a person a random password and code; visitors enter without.
  private void enrol(PersonId person) {
    Authenticator app = Authenticator.generate(random);
    String password = Authenticator.generate(random).words();
    accounts.setPassword(
        new OwnAccount.Self(person, NO_SESSION),
        hashing.encode(password),
        app,
        app.codeAt(clock.instant()));
  }
}
