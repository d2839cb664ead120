package org.vigie.server.access.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.agreement.AccessGiving;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PeopleStore;

/// The people in the database.
///
/// A change locks the administrators, then its person, so that two administrators cannot disable
/// each other at once. Threads: any.
public final class StoredPeople implements People {
  private final PeopleStore store;
  private final IssueStore issues;
  private final AccessRequests requests;
  private final AccessGiving giving;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public StoredPeople(
      PeopleStore store,
      IssueStore issues,
      AccessRequests requests,
      AccessGiving giving,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.issues = issues;
    this.requests = requests;
    this.giving = giving;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<Person> all() {
    return store.all();
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return store.find(id);
  }

  @Override
  public Optional<PersonId> invite(
      Caller by, PersonName name, EmailAddress email, Set<Role> roles) {
    PersonId id = new PersonId(UUID.randomUUID());
    return transactions.execute(_ -> {
      if (!store.add(id, name, email, clock.instant())) {
        return Optional.empty();
      }
      store.setRoles(id, roles);
      ledger.record(by, AccessAct.PERSON_INVITED, reference(id), "roles=" + words(roles));
      return Optional.of(id);
    });
  }

  @Override
  public Change setRoles(Caller by, PersonId id, Set<Role> roles) {
    return change(id, !roles.contains(Role.ADMINISTRATOR), person -> {
      Set<Role> waiting = needingApproval(person, roles);
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
    return requests.ask(by, id, new AccessRequest.Roles(roles, giving.hasUnseenWayIn(id)));
  }

  /// Returns the new roles that would give a person a guarded permission they do not have.
  private static Set<Role> needingApproval(Person person, Set<Role> roles) {
    Set<Permission> held = EnumSet.noneOf(Permission.class);
    person.roles().forEach(role -> held.addAll(role.permissions()));
    return roles.stream()
        .filter(role -> !person.roles().contains(role))
        .filter(role -> role.permissions().stream()
            .anyMatch(permission -> permission.isGuarded() && !held.contains(permission)))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Change disable(Caller by, PersonId id) {
    return change(id, true, person -> {
      requests.takeBack(by, id, EnumSet.allOf(AccessRequest.Kind.class));
      if (store.disable(id, clock.instant())) {
        ledger.record(by, AccessAct.PERSON_DISABLED, reference(id));
      }
      return true;
    });
  }

  @Override
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

  @Override
  public Change setOrganisation(Caller by, PersonId id, Optional<OrganisationId> organisation) {
    return change(id, false, person -> {
      store.setOrganisation(id, organisation);
      String detail =
          "organisation=" + organisation.map(each -> each.value().toString()).orElse("none");
      ledger.record(by, AccessAct.ORGANISATION_CHANGED, reference(id), detail);
      return true;
    });
  }

  @Override
  public Optional<String> issuerOf(String caller, Instant at) {
    return issues.issuer(caller, at, at.minus(NAMED));
  }

  @Override
  public List<Organisation> organisations() {
    return store.organisations();
  }

  @Override
  public boolean add(Caller by, Organisation organisation) {
    return transactions.execute(_ -> {
      boolean added = store.add(organisation, clock.instant());
      if (added) {
        ledger.record(
            by,
            AccessAct.ORGANISATION_ADDED,
            "organisation:" + organisation.id().value());
      }
      return added;
    });
  }

  private Change change(PersonId id, boolean losesAdministrator, Step step) {
    return transactions.execute(_ -> changeLocked(id, losesAdministrator, step));
  }

  private Change changeLocked(PersonId id, boolean losesAdministrator, Step step) {
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
