package org.vigie.server.access.agreement;

import java.time.Duration;
import java.time.InstantSource;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.SetUp;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.access.store.RequestStore;

/// Decides which access is guarded, and who may stop a request for it. Threads: any.
final class GuardedAccess {
  /// How long a person stays guarded after losing their guarded roles.
  static final Duration GUARDED_AFTERWARDS = Duration.ofDays(30);

  private final PeopleStore people;
  private final RequestStore requests;
  private final SetUp setUp;
  private final InstantSource clock;

  GuardedAccess(PeopleStore people, RequestStore requests, SetUp setUp, InstantSource clock) {
    this.people = people;
    this.requests = requests;
    this.setUp = setUp;
    this.clock = clock;
  }

  /// Returns whether a change by a caller takes effect at once: a change by Vigie itself or for an
  /// operator, and every change during set-up.
  boolean isAtOnce(Caller by) {
    return !(by instanceof Caller.Person) || setUp.isUnderWay();
  }

  /// Returns whether a new way in for a person has to wait: the person holds a guarded role, held
  /// one within [#GUARDED_AFTERWARDS], or has a pending request for one.
  boolean isGuarded(Person person) {
    return person.isGuarded()
        || people.wasGuardedSince(person.id(), clock.instant().minus(GUARDED_AFTERWARDS))
        || AccessRequest.OF_ROLES.stream()
            .anyMatch(kind -> requests.waiting(person.id(), kind).isPresent());
  }

  /// Returns whether a person may stop a request: its subject, administrators, and people who
  /// approve grants to evidence.
  boolean mayStop(PersonId by, AccessRequest request) {
    return request.person().equals(by)
        || may(by, Permission.PEOPLE_WRITE)
        || may(by, Permission.EVIDENCE_GRANT);
  }

  private boolean may(PersonId id, Permission permission) {
    return people
        .find(id)
        .filter(person -> person.permissions().contains(permission))
        .isPresent();
  }
}
