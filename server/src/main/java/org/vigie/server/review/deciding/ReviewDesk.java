package org.vigie.server.review.deciding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.cases.Upcoming;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;

/// The desk over the database. Each act is one transaction, with its entry in the ledger.
public final class ReviewDesk implements Desk {
  private final Claiming claiming;
  private final CaseStore cases;
  private final DecisionStore decisions;
  private final CaseAccess access;
  private final Outlooks outlooks;
  private final MediaLooks looks;
  private final Duration undo;
  private final CaseTransactions transactions;

  /// Makes a desk.
  ///
  /// @param undo for how long a decision can be taken back
  public ReviewDesk(
      Claiming claiming,
      CaseStore cases,
      DecisionStore decisions,
      CaseAccess access,
      Outlooks outlooks,
      MediaLooks looks,
      Duration undo,
      CaseTransactions transactions) {
    this.claiming = claiming;
    this.cases = cases;
    this.decisions = decisions;
    this.access = access;
    this.outlooks = outlooks;
    this.looks = looks;
    this.undo = undo;
    this.transactions = transactions;
  }

  @Override
  public ClaimOutcome claimNext(PersonId reviewer, CaseQuery within) {
    return claiming.claimNext(reviewer, within);
  }

  @Override
  public List<Upcoming> upcoming(PersonId reviewer, CaseQuery within) {
    return claiming.upcoming(reviewer, within);
  }

  @Override
  public Optional<Case> reserve(PersonId reviewer, CaseQuery within) {
    return claiming.reserve(reviewer, within);
  }

  @Override
  public ClaimOutcome claim(PersonId reviewer, CaseId id) {
    return claiming.claim(reviewer, id);
  }

  @Override
  public boolean keep(PersonId reviewer, CaseId id) {
    return claiming.keep(reviewer, id);
  }

  @Override
  public void release(PersonId reviewer, CaseId id) {
    claiming.release(reviewer, id);
  }

  @Override
  public void skip(PersonId reviewer, CaseId id, String reason) {
    claiming.skip(reviewer, id, reason);
  }

  @Override
  public void passUp(PersonId reviewer, CaseId id) {
    claiming.passUp(reviewer, id);
  }

  @Override
  public DecideOutcome decide(PersonId reviewer, CaseId id, Ruling ruling) {
    return transactions.inTransaction(() -> {
      Optional<Case> held = cases.lock(id).filter(found -> found.version() == ruling.version());
      if (held.isEmpty() || !access.holds(reviewer, id, transactions.now())) {
        return new DecideOutcome.Lost();
      }
      PolicyCatalogue policy = outlooks.policy();
      return new VerdictCheck(
              policy, held.get().subject(), held.get().material().notices())
          .defect(ruling.verdict())
          .<DecideOutcome>map(defect -> defect)
          .or(() -> notLookedAt(reviewer, held.get(), ruling))
          .or(() -> unconfirmed(held.get(), ruling))
          .orElseGet(
              () -> decided(held.get(), new Decider.Reviewer(reviewer, policy.revision()), ruling));
    });
  }

  private Optional<DecideOutcome> notLookedAt(PersonId reviewer, Case held, Ruling ruling) {
    boolean blind =
        ruling.isTerminal() && ruling.waiver().isEmpty() && looks.areMissing(reviewer, held);
    return blind ? Optional.of(new DecideOutcome.NotLookedAt()) : Optional.empty();
  }

  private Optional<DecideOutcome> unconfirmed(Case held, Ruling ruling) {
    return outlooks
        .of(held)
        .impact(ruling.verdict())
        .filter(impact -> !ruling.confirmed().equals(Optional.of(impact.mark())))
        .map(DecideOutcome.Unconfirmed::new);
  }

  private DecideOutcome decided(Case held, Decider.Reviewer reviewer, Ruling ruling) {
    Instant now = transactions.now();
    Decision decision = new Decision(
        new DecisionId(UUID.randomUUID()),
        held.id(),
        held.stage(),
        reviewer,
        ruling.verdict(),
        now,
        now.plus(undo));
    decisions.insert(decision, DecisionStore.State.PENDING);
    decisions.move(held.id(), CaseState.CLAIMED, CaseState.PENDING, held.stage());
    record(reviewer.person(), held, ruling);
    return new DecideOutcome.Decided(decision);
  }

  /// A reason not to look is recorded where it was needed: anybody can send one.
  private void record(PersonId reviewer, Case held, Ruling ruling) {
    boolean blind = ruling.isTerminal() && looks.areMissing(reviewer, held);
    Optional<LookWaiver> waiver = ruling.waiver().filter(_ -> blind);
    transactions.record(
        new Caller.Person(reviewer),
        waiver.isPresent() ? ReviewAct.DECIDED_UNSEEN : ReviewAct.CASE_DECIDED,
        held.id().reference(),
        waiver.map(LookWaiver::word).orElse(""));
  }

  @Override
  public boolean undo(PersonId reviewer, DecisionId id, Optional<CaseId> handed) {
    return transactions.inTransaction(() -> {
      boolean undone = decisions
          .lockPending(id)
          .filter(decision -> isBy(reviewer, decision.decider()))
          .filter(decision -> transactions.now().isBefore(decision.finalAt()))
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
    decisions.giveBack(decision.subject(), reviewer, claiming.lockEnd());
    transactions.record(reviewer, ReviewAct.DECISION_TAKEN_BACK, decision.subject());
    return true;
  }
}
