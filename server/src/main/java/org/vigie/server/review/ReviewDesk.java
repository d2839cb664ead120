package org.vigie.server.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Independence;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CaseStore.Claimant;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.NextStore;

/// The desk over the database. Each act is one transaction, with its entry in the ledger.
final class ReviewDesk implements Desk {
  private static final Duration DAY = Duration.ofHours(24);

  private final CaseStore cases;
  private final NextStore next;
  private final DecisionStore decisions;
  private final Reviewers reviewers;
  private final Outlooks outlooks;
  private final Surroundings around;

  ReviewDesk(
      Waiting waiting,
      DecisionStore decisions,
      Reviewers reviewers,
      Outlooks outlooks,
      Surroundings around) {
    this.cases = waiting.cases();
    this.next = waiting.next();
    this.decisions = decisions;
    this.reviewers = reviewers;
    this.outlooks = outlooks;
    this.around = around;
  }

  /// The cases, and which is whose next.
  record Waiting(CaseStore cases, NextStore next) {}

  /// Hears of claims, in their transaction.
  interface Claims {
    /// Says that a person has begun to look at a case.
    void claimed(Case found);
  }

  /// What every act needs.
  record Surroundings(
      ReviewSettings settings,
      AccessLedger ledger,
      Wellness wellness,
      Independence independence,
      Claims claims,
      InstantSource clock,
      TransactionOperations transactions) {
    /// Returns the time, as exactly as the database keeps it.
    Instant now() {
      return clock.instant();
    }

    <T> T inTransaction(Supplier<T> work) {
      return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    void record(PersonId person, ReviewAct act, CaseId id) {
      ledger.record(new Caller.Person(person), act, id.reference());
    }
  }

  @Override
  public ClaimOutcome claimNext(PersonId reviewer, Optional<QueueName> queue) {
    Wellness.Need need = around.wellness().need(reviewer, around.now());
    if (need.breakUntil().isPresent()) {
      return new ClaimOutcome.BreakDue(need.breakUntil().get());
    }
    Claimant claimant = reviewers.find(reviewer, need.spared());
    return around.inTransaction(() -> {
      Instant until = lockEnd();
      return next.claim(claimant, queue, around.now(), until)
          .<ClaimOutcome>map(id -> claimed(reviewer, id, until))
          .orElseGet(ClaimOutcome.NothingWaits::new);
    });
  }

  @Override
  public Optional<Case> reserve(PersonId reviewer) {
    Wellness.Need need = around.wellness().need(reviewer, around.now());
    if (need.breakUntil().isPresent()) {
      next.forget(reviewer);
      return Optional.empty();
    }
    Claimant claimant = reviewers.find(reviewer, need.spared());
    return around.inTransaction(
        () -> next.reserve(claimant, around.now(), lockEnd()).map(this::get));
  }

  private Instant lockEnd() {
    return around.now().plus(around.settings().lock());
  }

  private ClaimOutcome claimed(PersonId reviewer, CaseId id, Instant until) {
    around.record(reviewer, ReviewAct.CASE_CLAIMED, id);
    Case found = get(id);
    around.claims().claimed(found);
    return new ClaimOutcome.Claimed(found, until);
  }

  private Case get(CaseId id) {
    return cases.find(id).orElseThrow(() -> new IllegalStateException("a case vanished"));
  }

  @Override
  public ClaimOutcome claim(PersonId reviewer, CaseId id) {
    Wellness.Need need = around.wellness().need(reviewer, around.now());
    Claimant claimant = reviewers.find(reviewer, need.spared());
    return need.breakUntil().isPresent()
        ? new ClaimOutcome.BreakDue(need.breakUntil().get())
        : around.inTransaction(() -> claim(claimant, id));
  }

  private ClaimOutcome claim(Claimant claimant, CaseId id) {
    Optional<Case> wanted = cases.lock(id);
    if (wanted.isEmpty()) {
      return new ClaimOutcome.Taken();
    }
    if (cases.conflicts(claimant, id) || isForLeads(wanted.get()) && !claimant.lead()) {
      return new ClaimOutcome.Conflict();
    }
    Instant now = around.now();
    Instant until = lockEnd();
    if (cases.keep(claimant.person(), id, now, until)) {
      return new ClaimOutcome.Claimed(get(id), until);
    }
    if (claimant.spared() && isGrave(wanted.get())) {
      return new ClaimOutcome.BreakDue(now.plus(DAY));
    }
    return cases.claim(claimant.person(), id, now, until)
        ? claimed(claimant.person(), id, until)
        : new ClaimOutcome.Taken();
  }

  private static boolean isGrave(Case wanted) {
    return wanted.severity().compareTo(Severity.HIGH) >= 0;
  }

  private static boolean isForLeads(Case wanted) {
    return wanted.stage() == Case.Stage.LEAD;
  }

  @Override
  public boolean keep(PersonId reviewer, CaseId id) {
    return cases.keep(reviewer, id, around.now(), lockEnd());
  }

  @Override
  public void release(PersonId reviewer, CaseId id) {
    around.inTransaction(() -> {
      boolean released = cases.release(reviewer, id);
      if (released) {
        next.forget(reviewer);
        around.record(reviewer, ReviewAct.CASE_RELEASED, id);
      }
      return released;
    });
  }

  @Override
  public void skip(PersonId reviewer, CaseId id, String reason) {
    around.inTransaction(() -> {
      boolean released = cases.release(reviewer, id);
      if (released) {
        cases.recuse(id, reviewer, "SKIPPED", reason, around.now());
        around.record(reviewer, ReviewAct.CASE_SKIPPED, id);
      }
      return released;
    });
  }

  @Override
  public void passUp(PersonId reviewer, CaseId id) {
    around.inTransaction(() -> {
      boolean passed = cases.passUp(reviewer, id);
      if (passed) {
        cases.recuse(id, reviewer, "PASSED_UP", "", around.now());
        around.record(reviewer, ReviewAct.CASE_PASSED_UP, id);
      }
      return passed;
    });
  }

  @Override
  public DecideOutcome decide(
      PersonId reviewer, CaseId id, long version, Verdict verdict, Optional<String> confirmed) {
    return around.inTransaction(() -> {
      Optional<Case> held = cases.lock(id).filter(found -> found.version() == version);
      if (held.isEmpty() || !holds(reviewer, id)) {
        return new DecideOutcome.Lost();
      }
      PolicyCatalogue policy = outlooks.policy();
      return new VerdictCheck(policy, held.get().subject(), held.get().notices())
          .defect(verdict)
          .<DecideOutcome>map(defect -> defect)
          .or(() -> unconfirmed(held.get(), verdict, confirmed))
          .orElseGet(() ->
              decided(held.get(), new Decider.Reviewer(reviewer, policy.revision()), verdict));
    });
  }

  private Optional<DecideOutcome> unconfirmed(
      Case held, Verdict verdict, Optional<String> confirmed) {
    return outlooks
        .of(held)
        .impact(verdict)
        .filter(impact -> !confirmed.equals(Optional.of(impact.mark())))
        .map(DecideOutcome.Unconfirmed::new);
  }

  private boolean holds(PersonId reviewer, CaseId id) {
    return cases
        .holder(id)
        .filter(holder -> holder.person().equals(reviewer))
        .filter(holder -> holder.until().isAfter(around.now()))
        .isPresent();
  }

  private DecideOutcome decided(Case held, Decider.Reviewer reviewer, Verdict verdict) {
    Instant now = around.now();
    Decision decision = new Decision(
        new DecisionId(UUID.randomUUID()),
        held.id(),
        held.stage(),
        reviewer,
        verdict,
        now,
        now.plus(around.settings().undo()));
    decisions.insert(decision, DecisionStore.State.PENDING);
    decisions.move(held.id(), CaseState.CLAIMED, CaseState.PENDING, held.stage());
    around.record(reviewer.person(), ReviewAct.CASE_DECIDED, held.id());
    return new DecideOutcome.Decided(decision);
  }

  @Override
  public boolean undo(PersonId reviewer, DecisionId id, Optional<CaseId> handed) {
    return around.inTransaction(() -> {
      boolean undone = decisions
          .lockPending(id)
          .filter(decision -> isBy(reviewer, decision.decider()))
          .filter(decision -> around.now().isBefore(decision.finalAt()))
          .map(decision -> takenBack(reviewer, decision))
          .orElse(false);
      handed.filter(_ -> undone).ifPresent(given -> release(reviewer, given));
      return undone;
    });
  }

  private static boolean isBy(PersonId person, Decider decider) {
    return decider instanceof Decider.Reviewer reviewer && reviewer.person().equals(person);
  }

  private boolean takenBack(PersonId reviewer, Decision decision) {
    decisions.mark(decision.id(), DecisionStore.State.TAKEN_BACK);
    decisions.giveBack(decision.subject(), reviewer, lockEnd());
    around.record(reviewer, ReviewAct.DECISION_TAKEN_BACK, decision.subject());
    return true;
  }
}
