package org.vigie.server.access.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.store.RequestStore;
import org.vigie.server.frame.Waiting;

/// Gives guarded access: with the approval of a second administrator, or after a day in sight of
/// everybody concerned.
///
/// People keep their present access meanwhile. Each request is in the ledger and on a page, and is
/// announced to its person and to everybody who can stop it. Threads: any; a request ends once,
/// even if several people approve and stop it while its day ends.
public final class AccessRequests {
  /// The most pending requests that are looked at to count those of one approver.
  private static final int MOST_CONSIDERED = 30;

  private final RequestStore store;
  private final GuardedAccess guarded;
  private final Agreements agreements;
  private final AccessGiving giving;
  private final RequestAnnouncements announcements;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  AccessRequests(
      RequestStore store,
      GuardedAccess guarded,
      Agreements agreements,
      AccessGiving giving,
      RequestAnnouncements announcements,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.guarded = guarded;
    this.agreements = agreements;
    this.giving = giving;
    this.announcements = announcements;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How approving or stopping ended.
  public enum Answer {
    DONE,
    /// The request is no longer pending, or does not exist.
    NOT_WAITING,
    /// The requester cannot approve.
    SAME_PERSON,
    /// The access is for the person who would approve.
    OWN_ACCESS,
    /// One administrator alone gave access to both people, less than a day ago.
    SAME_ORIGIN,
    /// The approver or the requester is no administrator now, or the caller may not stop it.
    NOT_PERMITTED
  }

  /// Requests a change in the transaction of the caller, and replaces a pending request of the
  /// same kind. Returns whether the change took effect at once.
  public boolean ask(Caller by, PersonId person, AccessRequest.Change change) {
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
    boolean atOnce = guarded.isAtOnce(by);
    AccessRequest asked = request(by, person, change, atOnce);
    store.add(asked);
    announcements.asked(by, asked);
    take(asked);
    announcements.publish(asked, atOnce);
    return atOnce;
  }

  private void take(AccessRequest asked) {
    if (asked.change() instanceof AccessRequest.Link) {
      giving.tieLink(asked);
    }
    if (asked.ended().isPresent()) {
      giving.apply(asked, Optional.empty());
    }
  }

  private AccessRequest request(
      Caller by, PersonId person, AccessRequest.Change change, boolean atOnce) {
    Instant now = clock.instant();
    Optional<AccessRequest.Ended> ended = atOnce
        ? Optional.of(new AccessRequest.Ended(AccessRequest.Ending.AT_ONCE, now, by.reference()))
        : Optional.empty();
    return new AccessRequest(
        UUID.randomUUID(), change, person, by.reference(), now, now.plus(Agreement.WAIT), ended);
  }

  /// Serialises the transactions that change the access of a person.
  public void lock(PersonId person) {
    store.lockAll(person);
  }

  /// Ends the pending requests of some kinds for a person, as a later change replaces them.
  public void takeBack(Caller by, PersonId person, Set<AccessRequest.Kind> kinds) {
    store.lockAll(person).stream()
        .filter(each -> kinds.contains(each.change().kind()))
        .forEach(each -> end(each, AccessRequest.Ending.REPLACED, by));
  }

  /// Returns whether a new way in for a person has to wait.
  public boolean isGuarded(Person person) {
    return guarded.isGuarded(person);
  }

  /// Approves a request as a second administrator, which puts it into effect.
  public Answer agree(Caller.Person by, UUID id) {
    return transactions.execute(
        _ -> store.lockWaiting(id).map(pending -> agree(by, pending)).orElse(Answer.NOT_WAITING));
  }

  private Answer agree(Caller.Person by, AccessRequest pending) {
    Answer answer =
        switch (agreements.consent(pending.agreement(), by.id())) {
          case GIVEN -> Answer.DONE;
          case SAME_PERSON -> Answer.SAME_PERSON;
          case BENEFICIARY -> Answer.OWN_ACCESS;
          case NOT_PERMITTED -> Answer.NOT_PERMITTED;
          case SAME_ORIGIN -> Answer.SAME_ORIGIN;
        };
    if (answer == Answer.DONE) {
      end(pending, AccessRequest.Ending.AGREED, by);
      giving.apply(pending, Optional.of(by.reference()));
    }
    return answer;
  }

  /// Counts the requests that a person may approve, with the first one to take effect by itself.
  public Waiting.Count approvable(PersonId approver) {
    List<AccessRequest> own = store.pending(MOST_CONSIDERED).stream()
        .filter(each -> agreements.consent(each.agreement(), approver) == Agreement.Consent.GIVEN)
        .toList();
    return new Waiting.Count(own.size(), own.stream().map(AccessRequest::dueAt).findFirst());
  }

  /// Stops a request; the requester may withdraw. Nothing of it takes effect.
  public Answer stop(Caller.Person by, UUID id) {
    return transactions.execute(_ -> {
      Optional<AccessRequest> pending = store.lockWaiting(id);
      if (pending.isEmpty()) {
        return Answer.NOT_WAITING;
      }
      if (!guarded.mayStop(by.id(), pending.get())) {
        return Answer.NOT_PERMITTED;
      }
      end(pending.get(), AccessRequest.Ending.STOPPED, by);
      return Answer.DONE;
    });
  }

  /// Puts the next request into effect that has been in sight for a day, or stops it if its
  /// requester is no administrator any more. Returns false if none is due.
  public boolean step() {
    return transactions.execute(_ -> {
      Optional<AccessRequest> due = store.lockDue(clock.instant());
      due.ifPresent(this::finish);
      return due.isPresent();
    });
  }

  private void finish(AccessRequest due) {
    if (agreements.isRequesterPermitted(due.agreement())) {
      end(due, AccessRequest.Ending.WAITED, new Caller.Vigie());
      giving.apply(due, Optional.empty());
    } else {
      end(due, AccessRequest.Ending.STOPPED, new Caller.Vigie());
    }
  }

  /// Returns when a pending request of a kind for a person takes effect.
  public Optional<Instant> waitsUntil(PersonId person, AccessRequest.Kind kind) {
    return store.waiting(person, kind).map(AccessRequest::dueAt);
  }

  /// Returns the pending requests, and those that ended within a time.
  public List<AccessRequest> within(Duration time) {
    return store.since(clock.instant().minus(time));
  }

  private void end(AccessRequest request, AccessRequest.Ending how, Caller by) {
    store.end(request.id(), new AccessRequest.Ended(how, clock.instant(), by.reference()));
    if (how == AccessRequest.Ending.STOPPED && request.change() instanceof AccessRequest.Link) {
      giving.removeLink(request);
    }
    announcements.ended(by, request, how);
  }
}
