package org.vigie.server.access.agreement;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.AccessRequested;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.access.people.EnrolmentLinks;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.people.StoredPeople;
import org.vigie.server.access.signin.SingleSignOn;
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.GrantStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.access.store.RequestStore;

/// The shared parts of the tests of access by two: two administrators, a legal officer and a
/// settable clock.
@ServerTest
abstract class AccessByTwo {
  final JdbcClient jdbc;
  final TransactionOperations transactions;
  final PeopleStore persons;
  final SharedOrigins origins;
  final AccessRequests requests;
  final People people;
  final Enrolments enrolments;
  final Grants grants;
  final SingleSignOn accounts;
  final List<AccessRequested> told = new ArrayList<>();

  Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  boolean settingUp;
  Caller.Person ada = new Caller.Person(new PersonId(new UUID(0, 0)));
  Caller.Person bob = ada;
  Caller.Person lex = ada;

  AccessByTwo(JdbcClient jdbc, TransactionOperations transactions, AccessSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    IssueStore issues = new IssueStore(jdbc);
    RequestStore store = new RequestStore(jdbc);
    EnrolmentStore links = new EnrolmentStore(jdbc);
    LedgerStore ledger = new LedgerStore(jdbc, () -> now);
    this.persons = new PeopleStore(jdbc);
    this.origins = new SharedOrigins(issues, () -> now);
    Agreements agreements = new CheckedAgreements(persons, origins);
    AccessGiving giving = new AccessGiving(persons, links, issues, ledger, () -> now);
    this.requests = new AccessRequests(
        store,
        new GuardedAccess(persons, store, () -> settingUp, () -> now),
        agreements,
        giving,
        new RequestAnnouncements(persons, ledger, event -> told.add((AccessRequested) event)),
        transactions,
        () -> now);
    this.people =
        new StoredPeople(persons, issues, requests, giving, ledger, transactions, () -> now);
    this.enrolments = new Enrolments(
        new EnrolmentLinks(links, () -> now, settings.enrolmentValidity(), new SecureRandom()),
        persons,
        requests,
        giving,
        ledger,
        transactions,
        () -> now);
    this.accounts = new SingleSignOn(persons, enrolments, requests, giving, ledger, transactions);
    this.grants = new StoredGrants(
        new GrantStore(jdbc), persons, agreements, ledger, transactions, () -> now);
  }

  @BeforeEach
  void invite() {
    ada = person(Role.ADMINISTRATOR);
    bob = person(Role.ADMINISTRATOR);
    lex = person(Role.LEGAL);
    told.clear();
  }

  <T> T in(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }

  Caller.Person person(Role... roles) {
    return invited(new Caller.Vigie(), roles);
  }

  Caller.Person invited(Caller by, Role... roles) {
    PersonId id = in(() -> people.invite(
            by,
            new PersonName("Test Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(roles)))
        .orElseThrow();
    jdbc.sql("insert into access.identity values ('https://id.example.org', :subject, :id)")
        .param("subject", UUID.randomUUID().toString())
        .param("id", id.value())
        .update();
    return new Caller.Person(id);
  }

  String link(Caller by, Caller.Person person) {
    return in(() -> enrolments.newLink(by, person.id())).replace("/enrol/", "");
  }

  boolean use(String token, Caller.Person person) {
    return in(() -> enrolments.use(token, person.id()));
  }

  AccessRequest waiting(Caller.Person person) {
    return requests.within(Duration.ZERO).stream()
        .filter(each -> each.person().equals(person.id()) && each.ended().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  Set<Role> rolesOf(Caller.Person person) {
    return persons.find(person.id()).orElseThrow().roles();
  }

  void aDayLater() {
    now = now.plus(Agreement.WAIT);
    while (requests.step()) {
      // each step is one request
    }
  }

  List<String> ledger(Caller.Person person) {
    return jdbc.sql("select act from access.ledger where subject = :subject and act like 'access %'"
            + " order by entry_id")
        .param("subject", person.reference())
        .query(String.class)
        .list();
  }

  GrantId asked(Caller.Person by) {
    return grants.ask(new GrantRequest(
        by.id(), Purpose.LEGAL, "case:1", Set.of("evidence:1"), Duration.ofMinutes(10)));
  }

  Person withoutIdentity() {
    Caller.Person person = person(Role.LEGAL);
    jdbc.sql("delete from access.identity where person_id = :id")
        .param("id", person.id().value())
        .update();
    return persons.find(person.id()).orElseThrow();
  }
}
