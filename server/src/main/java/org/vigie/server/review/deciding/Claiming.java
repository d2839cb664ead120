package org.vigie.server.review.deciding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.cases.Upcoming;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CaseStore.Claimant;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.viewing.Wellness;

/// Hands cases to reviewers, and takes them back. Threads: any.
public final class Claiming {
  private static final Duration DAY = Duration.ofHours(24);
  private static final int MOST_UPCOMING = 20;

  private final CaseStore cases;
  private final NextStore next;
  private final CaseAccess access;
  private final Wellness wellness;
  private final ClaimListener listener;
  private final Duration lock;
  private final CaseTransactions transactions;

  /// Hands out cases from some stores.
  ///
  /// @param lock how long a claim keeps a case from others
  public Claiming(
      CaseStore cases,
      NextStore next,
      CaseAccess access,
      Wellness wellness,
      ClaimListener listener,
      Duration lock,
      CaseTransactions transactions) {
    this.cases = cases;
    this.next = next;
    this.access = access;
    this.wellness = wellness;
    this.listener = listener;
    this.lock = lock;
    this.transactions = transactions;
  }

  ClaimOutcome claimNext(PersonId reviewer, CaseQuery within) {
    Wellness.Need need = wellness.need(reviewer, transactions.now());
    if (need.breakUntil().isPresent()) {
      return new ClaimOutcome.BreakDue(need.breakUntil().get());
    }
    Claimant claimant = access.claimant(reviewer, need.spared());
    return transactions.inTransaction(() -> {
      Instant until = lockEnd();
      return next.claim(claimant, within.inAnyState(), transactions.now(), until)
          .<ClaimOutcome>map(id -> claimed(reviewer, id, until))
          .orElseGet(ClaimOutcome.NothingWaits::new);
    });
  }

  Optional<Case> reserve(PersonId reviewer, CaseQuery within) {
    Wellness.Need need = wellness.need(reviewer, transactions.now());
    if (need.breakUntil().isPresent()) {
      next.forget(reviewer);
      return Optional.empty();
    }
    Claimant claimant = access.claimant(reviewer, need.spared());
    return transactions.inTransaction(
        () -> next.reserve(claimant, within.inAnyState(), transactions.now(), lockEnd())
            .map(this::get));
  }

  List<Upcoming> upcoming(PersonId reviewer, CaseQuery within) {
    Instant now = transactions.now();
    Wellness.Need need = wellness.need(reviewer, now);
    return need.breakUntil().isPresent()
        ? List.of()
        : next.upcoming(
            access.claimant(reviewer, need.spared()), within.inAnyState(), now, MOST_UPCOMING);
  }

  /// Returns when a claim that is made now expires.
  Instant lockEnd() {
    return transactions.now().plus(lock);
  }

  private ClaimOutcome claimed(PersonId reviewer, CaseId id, Instant until) {
    transactions.record(reviewer, ReviewAct.CASE_CLAIMED, id);
    Case found = get(id);
    listener.claimed(found);
    return new ClaimOutcome.Claimed(found, until);
  }

  private Case get(CaseId id) {
    return cases.find(id).orElseThrow(() -> new IllegalStateException("a case vanished"));
  }

  ClaimOutcome claim(PersonId reviewer, CaseId id) {
    Wellness.Need need = wellness.need(reviewer, transactions.now());
    Claimant claimant = access.claimant(reviewer, need.spared());
    return need.breakUntil().isPresent()
        ? new ClaimOutcome.BreakDue(need.breakUntil().get())
        : transactions.inTransaction(() -> claim(claimant, id));
  }

  private ClaimOutcome claim(Claimant claimant, CaseId id) {
    Optional<Case> wanted = cases.lock(id);
    if (wanted.isEmpty()) {
      return new ClaimOutcome.Taken();
    }
    if (access.isBarred(claimant, wanted.get())) {
      return new ClaimOutcome.Conflict();
    }
    Instant now = transactions.now();
    Instant until = lockEnd();
    if (cases.keep(claimant.person(), id, now, until)) {
      return new ClaimOutcome.Claimed(get(id), until);
    }
    if (claimant.spared() && wanted.get().route().isGrave()) {
      return new ClaimOutcome.BreakDue(now.plus(DAY));
    }
    return cases.claim(claimant.person(), id, now, until)
        ? claimed(claimant.person(), id, until)
        : new ClaimOutcome.Taken();
  }

  boolean keep(PersonId reviewer, CaseId id) {
    return cases.keep(reviewer, id, transactions.now(), lockEnd());
  }

  void release(PersonId reviewer, CaseId id) {
    transactions.inTransaction(() -> {
      boolean released = cases.release(reviewer, id);
      if (released) {
        next.forget(reviewer);
        transactions.record(reviewer, ReviewAct.CASE_RELEASED, id);
      }
      return released;
    });
  }

  void skip(PersonId reviewer, CaseId id, String reason) {
    transactions.inTransaction(() -> {
      boolean released = cases.release(reviewer, id);
      if (released) {
        cases.recuse(id, reviewer, "SKIPPED", reason, transactions.now());
        transactions.record(reviewer, ReviewAct.CASE_SKIPPED, id);
      }
      return released;
    });
  }

  void passUp(PersonId reviewer, CaseId id) {
    transactions.inTransaction(() -> {
      boolean passed = cases.passUp(reviewer, id);
      if (passed) {
        cases.recuse(id, reviewer, "PASSED_UP", "", transactions.now());
        transactions.record(reviewer, ReviewAct.CASE_PASSED_UP, id);
      }
      return passed;
    });
  }
}
