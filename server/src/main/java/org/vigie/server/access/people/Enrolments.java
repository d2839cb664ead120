package org.vigie.server.access.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.FirstAdministrator;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.agreement.AccessGiving;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.PeopleStore;

/// Lets people in by one-time links, with which they set up their way to sign in.
///
/// Each method joins the transaction of its caller, so that a used link and the credential that it
/// gave are stored both or neither. Threads: any.
public final class Enrolments implements FirstAdministrator {
  /// The subject in the ledger, as the first administrator is not known yet.
  private static final String FIRST = "first-administrator";

  private final EnrolmentLinks links;
  private final PeopleStore people;
  private final AccessRequests requests;
  private final AccessGiving giving;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public Enrolments(
      EnrolmentLinks links,
      PeopleStore people,
      AccessRequests requests,
      AccessGiving giving,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.links = links;
    this.people = people;
    this.requests = requests;
    this.giving = giving;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<String> newLink() {
    return transactions.execute(_ -> {
      if (people.isAnyoneEnrolled()) {
        return Optional.empty();
      }
      Caller vigie = new Caller.Vigie();
      ledger.record(vigie, AccessAct.ENROLMENT_LINK_MADE, FIRST);
      return Optional.of(
          links.make(new EnrolmentStore.NewLink(Optional.empty(), vigie.reference(), true)));
    });
  }

  /// Makes a link for a person, and returns its path. If the person is guarded, the link counts
  /// only after a second administrator approves, or after a day in sight.
  public String newLink(Caller by, PersonId person) {
    return transactions.execute(_ -> {
      requests.takeBack(by, person, Set.of(AccessRequest.Kind.LINK));
      ledger.record(by, AccessAct.ENROLMENT_LINK_MADE, reference(person));
      String path =
          links.make(new EnrolmentStore.NewLink(Optional.of(person), by.reference(), false));
      if (people.find(person).filter(requests::isGuarded).isPresent()) {
        requests.ask(by, person, new AccessRequest.Link());
      }
      return path;
    });
  }

  /// Returns from when on the link of a person counts, if it has to wait.
  public Optional<Instant> waitsUntil(PersonId person) {
    return requests.waitsUntil(person, AccessRequest.Kind.LINK);
  }

  /// The state of a link.
  public sealed interface Link {
    /// It is the first administrator's, who has to give a name and an address first.
    record OfNobody() implements Link {}

    record OfPerson(Person person) implements Link {}

    /// It does not count yet: it is not approved, and its day has not passed.
    record Waiting(Instant until) implements Link {}

    /// It is unknown, used or expired, or its person is disabled.
    record Gone() implements Link {}
  }

  /// Returns the state of a link now.
  ///
  /// @param token the last part of its path
  public Link look(String token) {
    return transactions.execute(
        _ -> links.find(token).map(this::stateOf).orElseGet(Link.Gone::new));
  }

  private Link stateOf(EnrolmentStore.OpenLink link) {
    if (link.person().isEmpty()) {
      return people.isAnyoneEnrolled() ? new Link.Gone() : new Link.OfNobody();
    }
    return link.person()
        .flatMap(people::find)
        .filter(found -> found.state() != Person.State.DISABLED)
        .map(found -> counts(link, found) ? new Link.OfPerson(found) : waiting(found))
        .orElseGet(Link.Gone::new);
  }

  private boolean counts(EnrolmentStore.OpenLink link, Person person) {
    return link.cleared() || !requests.isGuarded(person);
  }

  private Link waiting(Person person) {
    return waitsUntil(person.id()).<Link>map(Link.Waiting::new).orElseGet(Link.Gone::new);
  }

  /// Adds the first administrator, and gives them their link. Returns false if it is not a first
  /// administrator's link.
  public boolean introduce(String token, PersonName name, EmailAddress email) {
    return transactions.execute(_ -> {
      if (!(look(token) instanceof Link.OfNobody)) {
        return false;
      }
      PersonId id =
          people.find(email).map(Person::id).orElseGet(() -> new PersonId(UUID.randomUUID()));
      people.add(id, name, email, clock.instant());
      people.setRoles(id, Set.of(Role.ADMINISTRATOR));
      ledger.record(new Caller.Vigie(), AccessAct.FIRST_ADMINISTRATOR, reference(id));
      return links.bind(token, id);
    });
  }

  /// Uses a link up; its user is that person. Returns false if it no longer counts.
  public boolean use(String token, PersonId person) {
    return transactions.execute(_ -> {
      requests.lock(person);
      Optional<EnrolmentStore.OpenLink> open = links.find(token);
      if (!(look(token) instanceof Link.OfPerson) || !links.use(token, person)) {
        return false;
      }
      used(person, open.orElseThrow());
      ledger.record(new Caller.Person(person), AccessAct.ENROLLED, reference(person));
      return true;
    });
  }

  /// Uses up a valid link of a person for an account of the OpenID provider. Returns false if there
  /// is none.
  public boolean useForSingleSignOn(PersonId person) {
    return transactions.execute(_ -> {
      Optional<EnrolmentStore.OpenLink> used = links.useCleared(person);
      used.ifPresent(link -> used(person, link));
      return used.isPresent();
    });
  }

  private void used(PersonId person, EnrolmentStore.OpenLink link) {
    people.endSessions(person);
    giving.usedLink(person, link.issue());
  }

  private static String reference(PersonId person) {
    return new Caller.Person(person).reference();
  }
}
