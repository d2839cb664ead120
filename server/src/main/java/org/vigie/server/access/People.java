package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PeopleStore;

/// The people who may sign in. There is always an administrator left who can; every change is in
/// the ledger.
@Transactional
public class People {
  /// How long the ledger names who gave somebody their access, beside what they do.
  public static final Duration NAMED = Duration.ofDays(30);

  private final Tables tables;
  private final PeopleStore store;
  private final AccessRequests requests;
  private final AccessLedger ledger;
  private final InstantSource clock;

  /// What is stored of people and their access.
  public record Tables(
      PeopleStore people,
      EnrolmentStore enrolments,
      IssueStore issues,
      Independence independence) {}

  public People(Tables tables, AccessRequests requests, AccessLedger ledger, InstantSource clock) {
    this.tables = tables;
    this.store = tables.people();
    this.requests = requests;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// How a change of a person ended.
  public enum Change {
    DONE,
    /// Some of it takes effect once a second administrator agrees, or after a day in sight.
    WAITS,
    UNKNOWN_PERSON,
    /// It would have left nobody who can administer.
    LAST_ADMINISTRATOR
  }

  /// Returns everybody, by name.
  public List<Person> all() {
    return store.all();
  }

  public Optional<Person> find(PersonId id) {
    return store.find(id);
  }

  /// Adds somebody, who can sign in once they have used an enrolment link; empty if somebody has
  /// that address already.
  public Optional<PersonId> invite(
      Caller by, PersonName name, EmailAddress email, Set<Role> roles) {
    PersonId id = new PersonId(UUID.randomUUID());
    if (!store.add(id, name, email, clock.instant())) {
      return Optional.empty();
    }
    store.setRoles(id, roles);
    ledger.record(by, AccessAct.PERSON_INVITED, reference(id), "roles=" + words(roles));
    return Optional.of(id);
  }

  /// Replaces somebody's roles; they count from their next request on.
  public Change setRoles(Caller by, PersonId id, Set<Role> roles) {
    return change(id, !roles.contains(Role.ADMINISTRATOR), person -> {
      Set<Role> waiting = needingAgreement(person, roles);
      Set<Role> now = EnumSet.noneOf(Role.class);
      now.addAll(roles);
      now.removeAll(waiting);
      requests.takeBack(by, id, AccessRequest.OF_ROLES);
      if (person.isGuarded()) {
        store.keepGuarded(id, clock.instant());
      }
      store.setRoles(id, now);
      String detail = "from=" + words(person.roles()) + " to=" + words(now);
      ledger.record(by, AccessAct.ROLES_CHANGED, reference(id), detail);
      return waiting.isEmpty() || ask(by, id, waiting);
    });
  }

  private boolean ask(Caller by, PersonId id, Set<Role> roles) {
    return requests.ask(by, id, new AccessRequest.Roles(roles, requests.hasUnseenWayIn(id)));
  }

  /// Returns the roles by which a person would get something guarded that they do not have.
  private static Set<Role> needingAgreement(Person person, Set<Role> roles) {
    Set<Permission> held = EnumSet.noneOf(Permission.class);
    person.roles().forEach(role -> held.addAll(role.permissions()));
    return roles.stream()
        .filter(role -> !person.roles().contains(role))
        .filter(role -> role.permissions().stream()
            .anyMatch(permission -> permission.isGuarded() && !held.contains(permission)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Shuts somebody out: their sessions end at once.
  public Change disable(Caller by, PersonId id) {
    return change(id, true, person -> {
      requests.takeBack(by, id, EnumSet.allOf(AccessRequest.Kind.class));
      if (store.disable(id, clock.instant())) {
        ledger.record(by, AccessAct.PERSON_DISABLED, reference(id));
      }
      return true;
    });
  }

  /// Lets somebody who was shut out sign in again.
  public Change enable(Caller by, PersonId id) {
    return change(id, false, person -> {
      if (person.state() != Person.State.DISABLED) {
        return true;
      }
      if (requests.isGuarded(person)) {
        return requests.ask(by, id, new AccessRequest.Enable());
      }
      store.enable(id);
      ledger.record(by, AccessAct.PERSON_ENABLED, reference(id));
      return true;
    });
  }

  /// Puts somebody into an organisation, or into none.
  public Change setOrganisation(Caller by, PersonId id, Optional<OrganisationId> organisation) {
    return change(id, false, person -> {
      store.setOrganisation(id, organisation);
      String detail =
          "organisation=" + organisation.map(each -> each.value().toString()).orElse("none");
      ledger.record(by, AccessAct.ORGANISATION_CHANGED, reference(id), detail);
      return true;
    });
  }

  /// Returns who gave a caller what they got last, if they got it within [#NAMED] before a
  /// moment: the reference of a caller.
  public Optional<String> issuerOf(String caller, Instant at) {
    return tables.issues().issuer(caller, at, at.minus(NAMED));
  }

  public List<Organisation> organisations() {
    return store.organisations();
  }

  /// Adds an organisation; false if another has its name.
  public boolean add(Caller by, Organisation organisation) {
    boolean added = store.add(organisation, clock.instant());
    if (added) {
      ledger.record(
          by, AccessAct.ORGANISATION_ADDED, "organisation:" + organisation.id().value());
    }
    return added;
  }

  private Change change(PersonId id, boolean losesAdministrator, Step step) {
    store.lockAdministrators();
    requests.lock(id);
    Optional<Person> person = store.find(id);
    if (person.isEmpty()) {
      return Change.UNKNOWN_PERSON;
    }
    if (losesAdministrator
        && person.get().roles().contains(Role.ADMINISTRATOR)
        && store.otherAdministrators(id) == 0) {
      return Change.LAST_ADMINISTRATOR;
    }
    return step.take(person.get()) ? Change.DONE : Change.WAITS;
  }

  private interface Step {
    /// Returns whether all of it took effect.
    boolean take(Person person);
  }

  private static String words(Set<Role> roles) {
    return roles.isEmpty()
        ? "none"
        : roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
  }

  private static String reference(PersonId id) {
    return new Caller.Person(id).reference();
  }
}
