package org.vigie.demo;

import java.time.Duration;
import java.time.Instant;
import org.vigie.server.access.Caller;
import org.vigie.server.access.People;

/// How the town's people came to work with Vigie, one a day.
final class TownPeople {
  private static final int DAYS = 125;

  private final People people;

  TownPeople(People people) {
    this.people = people;
  }

  /// Plans everything that happened until now.
  void plan(Timeline timeline, Instant now) {
    Instant first = now.minus(Duration.ofDays(DAYS));
    for (TownOrganisation each : TownOrganisation.values()) {
      timeline.plan(first, () -> people.add(new Caller.Vigie(), each.organisation()));
    }
    for (Resident resident : Resident.values()) {
      timeline.plan(first.plus(Duration.ofDays(resident.ordinal())), () -> invite(resident));
    }
  }

  private void invite(Resident resident) {
    people.invite(new Caller.Vigie(), resident.fullName(), resident.email(), resident.roles());
  }
}
