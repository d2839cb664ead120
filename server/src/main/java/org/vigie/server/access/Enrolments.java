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

  private final EnrolmentStore store;
  private final PeopleStore people;
  private final AccessLedger ledger;
  private final InstantSource clock;
  private final Settings settings;

  /// What links are made of.
  ///
  /// @param validity how long a link counts
  /// @param random where secrets come from
  public record Settings(Duration validity, SecureRandom random) {}

  public Enrolments(
      EnrolmentStore store,
      PeopleStore people,
      AccessLedger ledger,
      InstantSource clock,
      Settings settings) {
    this.store = store;
    this.people = people;
    this.ledger = ledger;
    this.clock = clock;
    this.settings = settings;
  }

  /// Returns the path of a new link for the first administrator, as long as nobody has a way to
  /// sign in; the links that this returned before do not count any more.
  public Optional<String> firstAdministrator() {
    return people.isAnyoneEnrolled() ? Optional.empty() : Optional.of(newLink(Optional.empty()));
  }

  /// Returns the path of a new link for somebody.
  public String newLink(Caller by, PersonId person) {
    ledger.record(by, AccessAct.ENROLMENT_LINK_MADE, new Caller.Person(person).reference());
    return newLink(Optional.of(person));
  }

  private String newLink(Optional<PersonId> person) {
    byte[] secret = new byte[SECRET_BYTES];
    settings.random().nextBytes(secret);
    String token = Base32.encode(secret);
    Instant now = clock.instant();
    store.replace(Sha256.of(token), person, now, now.plus(settings.validity()));
    return PATH + token;
  }

  /// What a link is good for.
  public sealed interface Link {
    /// It is the first administrator's, who has to say first who they are.
    record OfNobody() implements Link {}

    record OfPerson(Person person) implements Link {}

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
    Optional<PersonId> person = open.get().person();
    if (person.isEmpty()) {
      return people.isAnyoneEnrolled() ? new Link.Gone() : new Link.OfNobody();
    }
    return person
        .flatMap(people::find)
        .filter(found -> found.state() != Person.State.DISABLED)
        .<Link>map(Link.OfPerson::new)
        .orElseGet(Link.Gone::new);
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
    if (!store.use(Sha256.of(token), person, clock.instant())) {
      return false;
    }
    people.endSessions(person);
    Caller caller = new Caller.Person(person);
    ledger.record(caller, AccessAct.ENROLLED, caller.reference());
    return true;
  }
}
