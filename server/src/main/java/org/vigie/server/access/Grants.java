package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.store.GrantStore;
import org.vigie.server.access.store.PeopleStore;

/// Gives leave to open sealed evidence, and says whether it still stands.
///
/// Whether a purpose needs one person or two, and what they must be allowed to do, is
/// [Purpose]'s. Everything is in the ledger. Threads: any.
public final class Grants {
  /// How long a request waits for a second person.
  public static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private final GrantStore store;
  private final PeopleStore people;
  private final Independence independence;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public Grants(
      GrantStore store,
      PeopleStore people,
      Independence independence,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.people = people;
    this.independence = independence;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Gives a grant for a purpose that one person may have alone.
  ///
  /// @throws GrantRefusedException if the purpose needs two people, or the holder lacks the
  ///     permission
  public Grant give(Caller by, GrantRequest request) {
    if (request.purpose().needsTwoPeople() || !may(request.holder(), request.purpose())) {
      throw new GrantRefusedException(request.purpose());
    }
    Grant grant = grant(newId(), request, Optional.empty());
    transactions.executeWithoutResult(_ -> {
      store.add(grant.id(), request, now(), Optional.of(grant.until()));
      ledger.record(by, AccessAct.GRANT_GIVEN, subject(grant.id()));
    });
    return grant;
  }

  /// Asks, as the holder to be, for a grant that a second person has to agree to.
  ///
  /// @throws GrantRefusedException if the holder lacks the permission, or the purpose needs no
  ///     second person
  public GrantId ask(GrantRequest request) {
    if (!request.purpose().needsTwoPeople() || !may(request.holder(), request.purpose())) {
      throw new GrantRefusedException(request.purpose());
    }
    GrantId id = newId();
    transactions.executeWithoutResult(_ -> {
      store.add(id, request, now(), Optional.empty());
      ledger.record(new Caller.Person(request.holder()), AccessAct.GRANT_ASKED_FOR, subject(id));
    });
    return id;
  }

  /// Returns the grants that wait for a second person, oldest first.
  public List<WaitingGrant> waiting() {
    return store.waiting(now().minus(LONGEST_WAIT));
  }

  /// Returns the grants for a purpose that stand, those that end first before others.
  public List<Grant> standing(Purpose purpose) {
    return store.standing(purpose, now());
  }

  /// Agrees, as a second person, to a grant that was asked for.
  public GrantApproval approve(Caller.Person second, GrantId id) {
    return Objects.requireNonNull(transactions.execute(_ -> approved(second.id(), id)));
  }

  private GrantApproval approved(PersonId second, GrantId id) {
    Optional<GrantRequest> waiting = store.lockWaiting(id, now().minus(LONGEST_WAIT));
    if (waiting.isEmpty()) {
      return new GrantApproval.NotWaiting();
    }
    GrantRequest request = waiting.get();
    if (request.holder().equals(second)) {
      return new GrantApproval.SamePerson();
    }
    if (!may(second, request.purpose()) || !may(request.holder(), request.purpose())) {
      return new GrantApproval.NotPermitted();
    }
    if (!independence.isBetween(request.holder(), second)) {
      return new GrantApproval.SameOrigin();
    }
    Grant grant = grant(id, request, Optional.of(second));
    store.approve(id, second, grant.until());
    ledger.record(new Caller.Person(second), AccessAct.GRANT_APPROVED, subject(id));
    return new GrantApproval.Approved(grant);
  }

  /// Refuses a grant that was asked for; whoever asked for it withdraws it so. Returns whether
  /// it still waited.
  public boolean refuse(Caller.Person by, GrantId id) {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      Optional<GrantRequest> waiting = store.lockWaiting(id, now().minus(LONGEST_WAIT));
      waiting.ifPresent(request -> {
        boolean own = request.holder().equals(by.id());
        store.revoke(id, by.reference(), now());
        ledger.record(by, own ? AccessAct.GRANT_REVOKED : AccessAct.GRANT_REFUSED, subject(id));
      });
      return waiting.isPresent();
    }));
  }

  /// Finds a grant that was given, whether or not it still stands.
  public Optional<Grant> find(GrantId id) {
    return store.find(id).flatMap(GrantStore.Row::grant);
  }

  /// Ends a grant, or a request for one; returns whether it had not been ended before.
  public boolean revoke(Caller by, GrantId id) {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      boolean revoked = store.revoke(id, by.reference(), now());
      if (revoked) {
        ledger.record(by, AccessAct.GRANT_REVOKED, subject(id));
      }
      return revoked;
    }));
  }

  /// Says whether a caller may open evidence by a grant, by what is stored of it now. In the
  /// transaction of the caller it goes on to stand until that ends.
  ///
  /// @param evidence its reference
  public GrantStanding check(Caller caller, Grant grant, String evidence) {
    return Objects.requireNonNull(transactions.execute(_ -> standing(caller, grant, evidence)));
  }

  private GrantStanding standing(Caller caller, Grant grant, String evidence) {
    Optional<GrantStore.Row> row = store.findShared(grant.id());
    if (row.isEmpty()) {
      return GrantStanding.FORGED;
    }
    if (row.get().grant().isEmpty()) {
      return GrantStanding.NOT_APPROVED;
    }
    Grant given = row.get().grant().get();
    if (!given.equals(grant)) {
      return GrantStanding.FORGED;
    }
    if (row.get().revoked()) {
      return GrantStanding.REVOKED;
    }
    return standing(caller, evidence, given);
  }

  private GrantStanding standing(Caller caller, String evidence, Grant given) {
    if (!clock.instant().isBefore(given.until())) {
      return GrantStanding.EXPIRED;
    }
    if (!caller.equals(new Caller.Person(given.holder()))) {
      return GrantStanding.NOT_THE_HOLDER;
    }
    if (!given.evidence().contains(evidence) || !given.purpose().opens()) {
      return GrantStanding.NOT_COVERED;
    }
    return isPermitted(given) ? GrantStanding.STANDS : GrantStanding.NOT_PERMITTED;
  }

  private boolean isPermitted(Grant given) {
    Purpose purpose = given.purpose();
    return may(given.holder(), purpose)
        && purpose.needsTwoPeople() == given.second().isPresent()
        && given.second().map(second -> may(second, purpose)).orElse(true);
  }

  private boolean may(PersonId id, Purpose purpose) {
    return people
        .find(id)
        .filter(person -> person.permissions().contains(purpose.permission()))
        .isPresent();
  }

  private Grant grant(GrantId id, GrantRequest request, Optional<PersonId> second) {
    return new Grant(
        id,
        request.holder(),
        request.purpose(),
        request.reason(),
        request.evidence(),
        now().plus(request.validity()),
        second);
  }

  private Instant now() {
    return clock.instant();
  }

  private static GrantId newId() {
    return new GrantId(UUID.randomUUID());
  }

  private static String subject(GrantId id) {
    return "grant:" + id.value();
  }
}
