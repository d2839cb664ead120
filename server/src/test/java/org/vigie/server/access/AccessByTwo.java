package org.vigie.server.access;

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
import org.vigie.server.access.store.EnrolmentStore;
import org.vigie.server.access.store.GrantStore;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.access.store.RequestStore;

/// What the tests of access by two share: two administrators, a legal officer and a clock that is
/// set.
@ServerTest
abstract class AccessByTwo {
  final JdbcClient jdbc;
  final TransactionOperations transactions;
  final People.Tables tables;
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

  AccessByTwo(JdbcClient jdbc, TransactionOperations transactions, Enrolments.Settings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    IssueStore issues = new IssueStore(jdbc);
    Independence independence = new Independence(issues, () -> now);
    LedgerStore ledger = new LedgerStore(jdbc, () -> now);
    this.tables =
        new People.Tables(new PeopleStore(jdbc), new EnrolmentStore(jdbc), issues, independence);
    this.requests = new AccessRequests(
        new RequestStore(jdbc),
        tables,
        new AccessRequests.Around(
            ledger,
            event -> told.add((AccessRequested) event),
            transactions,
            () -> settingUp,
            () -> now));
    this.people = new People(tables, requests, ledger, () -> now);
    this.enrolments = new Enrolments(tables, requests, ledger, () -> now, settings);
    this.accounts = new SingleSignOn(tables.people(), enrolments, requests, ledger);
    this.grants = new Grants(
        new GrantStore(jdbc), tables.people(), independence, ledger, transactions, () -> now);
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
    return tables.people().find(person.id()).orElseThrow().roles();
  }

  void aDayLater() {
    now = now.plus(AccessRequests.WAIT);
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
    return tables.people().find(person.id()).orElseThrow();
  }
}
