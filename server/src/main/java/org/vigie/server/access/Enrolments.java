package org.vigie.server.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.PeopleStore;

/// One-time links by which people get their way to sign in.
///
/// The path of a link holds its secret, of which only the digest is stored. A new link for
/// somebody replaces those before. Run in transactions, so that a used link and the credential
/// that it gave stand or fall together.
@Transactional
public class Enrolments {
  private static final int SECRET_BYTES = 32;
  private static final String PATH = "/enrol/";

  /// What the ledger calls somebody of whom nothing is known yet.
  private static final String FIRST = "first-administrator";

  private final People.Tables tables;
  private final EnrolmentStore store;
  private final PeopleStore people;
  private final AccessRequests requests;
  private final AccessLedger ledger;
  private final InstantSource clock;
  private final Settings settings;

  /// What links are made of.
  ///
  /// @param validity how long a link counts
  /// @param random where secrets come from
  public record Settings(Duration validity, SecureRandom random) {}

  public Enrolments(
      People.Tables tables,
      AccessRequests requests,
      AccessLedger ledger,
      InstantSource clock,
      Settings settings) {
    this.tables = tables;
    this.store = tables.enrolments();
    this.people = tables.people();
    this.requests = requests;
    this.ledger = ledger;
    this.clock = clock;
    this.settings = settings;
  }

  /// Returns the path of a new link for the first administrator, as long as nobody has a way to
  /// sign in; the links that this returned before do not count any more.
  public Optional<String> firstAdministrator() {
    if (people.isAnyoneEnrolled()) {
      return Optional.empty();
    }
    Caller vigie = new Caller.Vigie();
    ledger.record(vigie, AccessAct.ENROLMENT_LINK_MADE, FIRST);
    return Optional.of(
        newLink(new EnrolmentStore.NewLink(Optional.empty(), vigie.reference(), true)));
  }

  /// Returns the path of a new link for somebody. For whoever opens evidence or approves, it
  /// counts once a second administrator agrees, or after a day in sight.
  public String newLink(Caller by, PersonId person) {
    requests.takeBack(by, person, Set.of(AccessRequest.Kind.LINK));
    ledger.record(by, AccessAct.ENROLMENT_LINK_MADE, new Caller.Person(person).reference());
    String path = newLink(new EnrolmentStore.NewLink(Optional.of(person), by.reference(), false));
    if (isGuarded(person)) {
      requests.ask(by, person, new AccessRequest.Link());
    }
    return path;
  }

  /// Returns from when on the link of somebody counts, if it has to wait.
  public Optional<Instant> waitsUntil(PersonId person) {
    return requests.waitsUntil(person, AccessRequest.Kind.LINK);
  }

  private boolean isGuarded(PersonId person) {
    return people.find(person).filter(requests::isGuarded).isPresent();
  }

  private String newLink(EnrolmentStore.NewLink link) {
    byte[] secret = new byte[SECRET_BYTES];
    settings.random().nextBytes(secret);
    String token = Base32.encode(secret);
    Instant now = clock.instant();
    store.replace(Sha256.of(token), link, now, now.plus(settings.validity()));
    return PATH + token;
  }

  /// What a link is good for.
  public sealed interface Link {
    /// It is the first administrator's, who has to say first who they are.
    record OfNobody() implements Link {}

    record OfPerson(Person person) implements Link {}

    /// It does not count yet: nobody has agreed to it, and its day is not over.
    record Waiting(Instant until) implements Link {}

    /// It is unknown, used or expired, or its person is disabled.
    record Gone() implements Link {}
  }

  /// Says what a link is good for now.
  ///
  /// @param token the last part of its path
  public Link look(String token) {
    Optional<EnrolmentStore.OpenLink> open = store.find(Sha256.of(token), clock.instant());
    if (open.isEmpty()) {
      return new Link.Gone();
    }
    Optional<PersonId> id = open.get().person();
    if (id.isEmpty()) {
      return people.isAnyoneEnrolled() ? new Link.Gone() : new Link.OfNobody();
    }
    return id.flatMap(people::find)
        .filter(found -> found.state() != Person.State.DISABLED)
        .map(found -> counts(open.get(), found) ? new Link.OfPerson(found) : waiting(found))
        .orElseGet(Link.Gone::new);
  }

  private boolean counts(EnrolmentStore.OpenLink link, Person person) {
    return link.cleared() || !requests.isGuarded(person);
  }

  private Link waiting(Person person) {
    return waitsUntil(person.id()).<Link>map(Link.Waiting::new).orElseGet(Link.Gone::new);
  }

  /// Makes the first administrator, whose link it then is; false if it is not a first
  /// administrator's.
  public boolean introduce(String token, PersonName name, EmailAddress email) {
    if (!(look(token) instanceof Link.OfNobody)) {
      return false;
    }
    PersonId id =
        people.find(email).map(Person::id).orElseGet(() -> new PersonId(UUID.randomUUID()));
    people.add(id, name, email, clock.instant());
    people.setRoles(id, Set.of(Role.ADMINISTRATOR));
    ledger.record(
        new Caller.Vigie(), AccessAct.FIRST_ADMINISTRATOR, new Caller.Person(id).reference());
    return store.bind(Sha256.of(token), id, clock.instant());
  }

  /// Uses a link up; whoever has it is that person. False if it does not count any more.
  public boolean use(String token, PersonId person) {
    requests.lock(person);
    Optional<EnrolmentStore.OpenLink> open = store.find(Sha256.of(token), clock.instant());
    if (!(look(token) instanceof Link.OfPerson)
        || !store.use(Sha256.of(token), person, clock.instant())) {
      return false;
    }
    used(person, open.orElseThrow().issue());
    Caller caller = new Caller.Person(person);
    ledger.record(caller, AccessAct.ENROLLED, caller.reference());
    return true;
  }

  /// Uses up, for an account of the OpenID provider, a link that counts for somebody; false if
  /// there is none.
  public boolean useForSingleSignOn(PersonId person) {
    Optional<EnrolmentStore.OpenLink> used = store.useCleared(person, clock.instant());
    used.ifPresent(link -> used(person, link.issue()));
    return used.isPresent();
  }

  /// A link that did not wait is seen only by its use.
  private void used(PersonId person, IssueStore.Issue made) {
    people.endSessions(person);
    Instant now = clock.instant();
    Instant settledAt = made.inSight() ? made.settledAt() : now.plus(AccessRequests.WAIT);
    tables
        .issues()
        .add(
            person,
            AccessRequest.Kind.LINK,
            new IssueStore.Issue(made.issuedBy(), made.agreedBy(), now, settledAt, made.inSight()));
  }
}
