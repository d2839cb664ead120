package org.vigie.server.access.agreement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantApproval;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.GrantStanding;
import org.vigie.server.access.Grants;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.WaitingGrant;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.store.GrantStore;
import org.vigie.server.access.store.PeopleStore;

/// The grants in the database.
///
/// An approval locks its request; a check locks its grant against revocation. Threads: any.
final class StoredGrants implements Grants {
  private final GrantStore store;
  private final PeopleStore people;
  private final Agreements agreements;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  StoredGrants(
      GrantStore store,
      PeopleStore people,
      Agreements agreements,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.people = people;
    this.agreements = agreements;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
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

  @Override
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

  @Override
  public List<WaitingGrant> waiting() {
    return store.waiting(now().minus(Agreement.WAIT));
  }

  @Override
  public List<Grant> standing(Purpose purpose) {
    return store.standing(purpose, now());
  }

  @Override
  public GrantApproval approve(Caller.Person second, GrantId id) {
    return transactions.execute(_ -> approved(second.id(), id));
  }

  private GrantApproval approved(PersonId second, GrantId id) {
    return pending(id)
        .map(waiting -> approval(second, waiting))
        .orElseGet(GrantApproval.NotWaiting::new);
  }

  private GrantApproval approval(PersonId second, WaitingGrant waiting) {
    return GrantApproval.refusal(agreements.consent(waiting.agreement(), second))
        .orElseGet(() -> new GrantApproval.Approved(approvedGrant(second, waiting)));
  }

  private Grant approvedGrant(PersonId second, WaitingGrant waiting) {
    Grant grant = grant(waiting.id(), waiting.request(), Optional.of(second));
    store.approve(grant.id(), second, grant.until());
    ledger.record(new Caller.Person(second), AccessAct.GRANT_APPROVED, subject(grant.id()));
    return grant;
  }

  private Optional<WaitingGrant> pending(GrantId id) {
    return store.lockWaiting(id).filter(waiting -> waiting.agreement().isPending(now()));
  }

  @Override
  public boolean refuse(Caller.Person by, GrantId id) {
    return transactions.execute(_ -> {
      Optional<WaitingGrant> pending = pending(id);
      pending.ifPresent(waiting -> refuse(by, waiting));
      return pending.isPresent();
    });
  }

  private void refuse(Caller.Person by, WaitingGrant waiting) {
    boolean withdrawn = waiting.agreement().isRequester(by);
    store.revoke(waiting.id(), by.reference(), now());
    ledger.record(
        by, withdrawn ? AccessAct.GRANT_REVOKED : AccessAct.GRANT_REFUSED, subject(waiting.id()));
  }

  @Override
  public Optional<Grant> find(GrantId id) {
    return store.find(id).flatMap(GrantStore.Row::grant);
  }

  @Override
  public boolean revoke(Caller by, GrantId id) {
    return transactions.execute(_ -> {
      boolean revoked = store.revoke(id, by.reference(), now());
      if (revoked) {
        ledger.record(by, AccessAct.GRANT_REVOKED, subject(id));
      }
      return revoked;
    });
  }

  @Override
  public GrantStanding check(Caller caller, Grant grant, String evidence) {
    return transactions.execute(_ -> standing(caller, grant, evidence));
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
