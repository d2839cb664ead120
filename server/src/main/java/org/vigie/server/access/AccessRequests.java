package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.RequestStore;

/// Gives access that opens evidence or approves: with a second administrator, or after a day in
/// sight of everybody concerned.
///
/// What people had before goes on meanwhile. Each request is in the ledger, on a page, and told to
/// its person and to everybody who can stop it. Threads: any; a request ends once, whoever agrees,
/// stops it or waits at the same time.
public final class AccessRequests {
  /// How long a request waits in sight before it takes effect.
  public static final Duration WAIT = Duration.ofDays(1);

  /// How long somebody who lost their guarded roles is guarded still.
  public static final Duration GUARDED_AFTERWARDS = Duration.ofDays(30);

  private final RequestStore store;
  private final People.Tables tables;
  private final Around around;

  /// What is told, and when.
  public record Around(
      AccessLedger ledger,
      ApplicationEventPublisher events,
      TransactionOperations transactions,
      SetUp setUp,
      InstantSource clock) {}

  public AccessRequests(RequestStore store, People.Tables tables, Around around) {
    this.store = store;
    this.tables = tables;
    this.around = around;
  }

  /// How agreeing or stopping ended.
  public enum Answer {
    DONE,
    /// It has ended, or there is no such request.
    NOT_WAITING,
    /// Whoever asked for it cannot agree to it.
    SAME_PERSON,
    /// It is for the person who would agree.
    OWN_ACCESS,
    /// One administrator alone gave access to both, less than a day ago.
    SAME_ORIGIN,
    /// Whoever agrees or asked is no administrator now, or whoever stops it may not.
    NOT_PERMITTED
  }

  /// Returns whether a change by somebody takes effect at once: what Vigie does by itself or for
  /// an operator, and all of it while an installation is set up.
  boolean isAtOnce(Caller by) {
    return !(by instanceof Caller.Person) || around.setUp().isUnderWay();
  }

  /// Asks for a change in the transaction of the caller, in the place of one of its kind that
  /// waits; it takes effect at once where that is allowed. Returns whether it did.
  boolean ask(Caller by, PersonId person, AccessRequest.Change change) {
    Optional<AccessRequest> before = store.lockAll(person).stream()
        .filter(each -> each.change().getClass().equals(change.getClass()))
        .findFirst();
    if (!(by instanceof Caller.Person)) {
      before.ifPresent(old -> end(old, AccessRequest.Ending.REPLACED, by));
      take(request(by, person, change, true));
      return true;
    }
    if (change instanceof AccessRequest.SingleSignOn
        && before.filter(old -> old.change().equals(change)).isPresent()) {
      return false;
    }
    before.ifPresent(old -> end(old, AccessRequest.Ending.REPLACED, by));
    boolean atOnce = isAtOnce(by);
    AccessRequest asked = request(by, person, change, atOnce);
    store.add(asked);
    record(by, AccessAct.ACCESS_ASKED_FOR, asked);
    take(asked);
    tell(asked, atOnce);
    return atOnce;
  }

  private void take(AccessRequest asked) {
    if (asked.change() instanceof AccessRequest.Link) {
      tables.enrolments().tie(asked.person(), asked.id());
    }
    if (asked.ended().isPresent()) {
      apply(asked, Optional.empty());
    }
  }

  /// Makes this transaction follow the others that change the access of somebody.
  void lock(PersonId person) {
    store.lockAll(person);
  }

  /// Ends the requests of kinds that wait for somebody, as a later change took their place.
  void takeBack(Caller by, PersonId person, Set<AccessRequest.Kind> kinds) {
    store.lockAll(person).stream()
        .filter(each -> kinds.contains(each.change().kind()))
        .forEach(each -> end(each, AccessRequest.Ending.REPLACED, by));
  }

  /// Returns whether a way in for somebody has to wait: they open evidence or approve, did so not
  /// long ago, or are about to.
  boolean isGuarded(Person person) {
    return person.isGuarded()
        || tables.people().wasGuardedSince(person.id(), now().minus(GUARDED_AFTERWARDS))
        || AccessRequest.OF_ROLES.stream()
            .anyMatch(kind -> store.waiting(person.id(), kind).isPresent());
  }

  /// Returns whether one person alone gave somebody their way in, and nobody could object.
  boolean hasUnseenWayIn(PersonId person) {
    return tables.issues().hasUnseenWayIn(new Caller.Person(person).reference(), now());
  }

  /// Keeps that somebody unguarded took an account of the OpenID provider by themselves.
  void tookAccount(PersonId person) {
    String self = new Caller.Person(person).reference();
    tables
        .issues()
        .add(
            person,
            AccessRequest.Kind.SINGLE_SIGN_ON,
            new IssueStore.Issue(self, Optional.empty(), now(), now().plus(WAIT), false));
  }

  private AccessRequest request(
      Caller by, PersonId person, AccessRequest.Change change, boolean atOnce) {
    Instant now = now();
    Optional<AccessRequest.Ended> ended = atOnce
        ? Optional.of(new AccessRequest.Ended(AccessRequest.Ending.AT_ONCE, now, by.reference()))
        : Optional.empty();
    return new AccessRequest(
        UUID.randomUUID(), change, person, by.reference(), now, now.plus(WAIT), ended);
  }

  /// Agrees, as a second administrator; it takes effect.
  public Answer agree(Caller.Person by, UUID id) {
    return Objects.requireNonNull(around.transactions().execute(_ -> {
      Optional<AccessRequest> waiting = store.lockWaiting(id);
      Answer answer = waiting.map(request -> refusal(by, request)).orElse(Answer.NOT_WAITING);
      if (answer == Answer.DONE) {
        end(waiting.orElseThrow(), AccessRequest.Ending.AGREED, by);
        apply(waiting.orElseThrow(), Optional.of(by.reference()));
      }
      return answer;
    }));
  }

  private Answer refusal(Caller.Person by, AccessRequest request) {
    if (request.askedBy().equals(by.reference())) {
      return Answer.SAME_PERSON;
    }
    if (request.person().equals(by.id())) {
      return Answer.OWN_ACCESS;
    }
    if (!may(by.id(), Permission.PEOPLE_WRITE) || !askerMay(request)) {
      return Answer.NOT_PERMITTED;
    }
    boolean independent = asker(request)
        .map(asker -> tables.independence().isBetween(by.id(), asker))
        .orElse(true);
    return independent ? Answer.DONE : Answer.SAME_ORIGIN;
  }

  /// Stops a request, or withdraws one's own; nothing of it takes effect.
  public Answer stop(Caller.Person by, UUID id) {
    return Objects.requireNonNull(around.transactions().execute(_ -> {
      Optional<AccessRequest> waiting = store.lockWaiting(id);
      if (waiting.isEmpty()) {
        return Answer.NOT_WAITING;
      }
      if (!mayStop(by.id(), waiting.get())) {
        return Answer.NOT_PERMITTED;
      }
      end(waiting.get(), AccessRequest.Ending.STOPPED, by);
      return Answer.DONE;
    }));
  }

  /// Returns whether somebody can stop a request: its person, administrators and whoever grants
  /// evidence.
  boolean mayStop(PersonId by, AccessRequest request) {
    return request.person().equals(by)
        || may(by, Permission.PEOPLE_WRITE)
        || may(by, Permission.EVIDENCE_GRANT);
  }

  /// Puts the next request into effect that has been in sight for a day; returns whether there
  /// was one. One whose asker is no administrator any more is stopped.
  public boolean step() {
    return Boolean.TRUE.equals(around.transactions().execute(_ -> {
      Optional<AccessRequest> due = store.lockDue(now());
      due.ifPresent(request -> {
        boolean goes = askerMay(request);
        end(
            request,
            goes ? AccessRequest.Ending.WAITED : AccessRequest.Ending.STOPPED,
            new Caller.Vigie());
        if (goes) {
          apply(request, Optional.empty());
        }
      });
      return due.isPresent();
    }));
  }

  /// Returns when a request of a kind takes effect that waits for somebody.
  Optional<Instant> waitsUntil(PersonId person, AccessRequest.Kind kind) {
    return store.waiting(person, kind).map(AccessRequest::dueAt);
  }

  /// Returns what waits, and what has ended within a time.
  public List<AccessRequest> within(Duration time) {
    return store.since(now().minus(time));
  }

  private void apply(AccessRequest request, Optional<String> agreedBy) {
    Instant now = now();
    PersonId person = request.person();
    switch (request.change()) {
      case AccessRequest.Link _ -> tables.enrolments().clear(request.id(), agreedBy, now);
      case AccessRequest.Roles added -> tables.people().addRoles(person, added.roles());
      case AccessRequest.Enable _ -> enable(request, agreedBy);
      case AccessRequest.SingleSignOn account ->
        tables.people().link(person, account.issuer(), account.subject());
    }
    if (request.change().kind() != AccessRequest.Kind.LINK) {
      tables
          .issues()
          .add(
              person,
              request.change() instanceof AccessRequest.Roles
                  ? AccessRequest.Kind.ROLES
                  : request.change().kind(),
              new IssueStore.Issue(request.askedBy(), agreedBy, now, request.dueAt(), true));
    }
  }

  private void enable(AccessRequest request, Optional<String> agreedBy) {
    if (tables.people().enable(request.person())) {
      around
          .ledger()
          .record(
              Caller.of(agreedBy.orElse(request.askedBy())),
              AccessAct.PERSON_ENABLED,
              new Caller.Person(request.person()).reference());
    }
  }

  private void end(AccessRequest request, AccessRequest.Ending how, Caller by) {
    store.end(request.id(), new AccessRequest.Ended(how, now(), by.reference()));
    if (how == AccessRequest.Ending.STOPPED && request.change() instanceof AccessRequest.Link) {
      tables.enrolments().remove(request.id());
    }
    record(
        by,
        switch (how) {
          case AGREED -> AccessAct.ACCESS_AGREED_TO;
          case WAITED -> AccessAct.ACCESS_WAITED_FOR;
          case STOPPED, REPLACED, AT_ONCE -> AccessAct.ACCESS_STOPPED;
        },
        request);
  }

  private void record(Caller by, AccessAct act, AccessRequest request) {
    String roles =
        request.change().roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    around
        .ledger()
        .record(
            by,
            act,
            new Caller.Person(request.person()).reference(),
            "kind=" + request.change().kind() + " request=" + request.id() + " asked-by="
                + request.askedBy() + (roles.isEmpty() ? "" : " roles=" + roles));
  }

  /// Whoever was shut out is told too: it may be why nobody stops it.
  private void tell(AccessRequest request, boolean atOnce) {
    List<Person> all = tables.people().all();
    Person concerned = all.stream()
        .filter(each -> each.id().equals(request.person()))
        .findFirst()
        .orElseThrow();
    List<Person> others = all.stream()
        .filter(each -> !each.id().equals(request.person()))
        .filter(each -> !new Caller.Person(each.id()).reference().equals(request.askedBy()))
        .filter(each -> each.roles().stream().anyMatch(AccessRequests::guards))
        .toList();
    String asker = asker(request)
        .flatMap(id -> all.stream().filter(each -> each.id().equals(id)).findFirst())
        .map(person -> person.name().value())
        .orElse(request.askedBy());
    around
        .events()
        .publishEvent(new AccessRequested(
            request.change().kind(), concerned, others, asker, request.dueAt(), atOnce));
  }

  private static boolean guards(Role role) {
    Set<Permission> permissions = role.permissions();
    return permissions.contains(Permission.PEOPLE_WRITE)
        || permissions.contains(Permission.EVIDENCE_GRANT);
  }

  private static Optional<PersonId> asker(AccessRequest request) {
    return Caller.of(request.askedBy()) instanceof Caller.Person person
        ? Optional.of(person.id())
        : Optional.empty();
  }

  /// People ask for their own account of the provider by signing in with it.
  private boolean askerMay(AccessRequest request) {
    return request.change() instanceof AccessRequest.SingleSignOn
        || asker(request).map(id -> may(id, Permission.PEOPLE_WRITE)).orElse(true);
  }

  private boolean may(PersonId id, Permission permission) {
    return tables
        .people()
        .find(id)
        .filter(person -> person.permissions().contains(permission))
        .isPresent();
  }

  private Instant now() {
    return around.clock().instant();
  }
}
