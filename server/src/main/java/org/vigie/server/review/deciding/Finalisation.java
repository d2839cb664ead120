package org.vigie.server.review.deciding;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.Stage;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.quality.Sampling;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.DecisionStore.State;

/// Makes decisions take effect once they can no longer be taken back, or asks for the next
/// decision that the policy wants.
///
/// The state of the case, that of the decision, the published fact and the messages to reporters
/// change in one transaction. A crash leaves either all of them or none, and in the latter case
/// the decision is still due. Publishes: [DecisionMade]. Threads: any; of several that try at
/// once, one succeeds.
public final class Finalisation {
  /// A decision is overdue once it is late by more than this.
  public static final Duration LATE = Duration.ofMinutes(1);

  private static final int AT_ONCE = 200;

  private final CaseStore cases;
  private final DecisionStore decisions;
  private final SecondReview secondReview;
  private final ReporterNotifier reporters;
  private final Sampling sampling;
  private final ApplicationEventPublisher events;
  private final CaseTransactions transactions;

  public Finalisation(
      CaseStore cases,
      DecisionStore decisions,
      SecondReview secondReview,
      ReporterNotifier reporters,
      Sampling sampling,
      ApplicationEventPublisher events,
      CaseTransactions transactions) {
    this.cases = cases;
    this.decisions = decisions;
    this.secondReview = secondReview;
    this.reporters = reporters;
    this.sampling = sampling;
    this.events = events;
    this.transactions = transactions;
  }

  /// Returns due decisions, oldest first, 200 at most.
  ///
  /// @param passedOver decisions to leave out
  public List<DecisionId> due(Set<DecisionId> passedOver) {
    return decisions.due(transactions.now(), passedOver, AT_ONCE);
  }

  /// Returns how many decisions are overdue.
  long overdue() {
    return decisions.overdue(transactions.now().minus(LATE));
  }

  /// Settles one decision. Returns false if another thread is settling it, or if it was taken
  /// back.
  public boolean settle(DecisionId id) {
    return transactions.inTransaction(() -> {
      Optional<Decision> due = decisions.lockPending(id);
      due.ifPresent(this::settle);
      return due.isPresent();
    });
  }

  private void settle(Decision decision) {
    Case subject = cases
        .lock(decision.subject())
        .orElseThrow(() -> new IllegalStateException("a decision has no case"));
    if (decision.decider() instanceof Decider.Reviewer reviewer) {
      recuse(subject.id(), reviewer.person());
    }
    switch (decision.stage()) {
      case FIRST -> settleFirst(subject, decision);
      case SECOND -> settleSecond(subject, decision);
      case LEAD -> finish(subject, decision);
    }
  }

  /// A reviewer who decided a case does not decide it again when it comes back.
  private void recuse(CaseId id, PersonId person) {
    cases.recuse(id, person, "DECIDED", "", transactions.now());
  }

  private void settleFirst(Case subject, Decision decision) {
    if (secondReview.isWanted(subject, decision) || secondReview.isTerminalChange(decision)) {
      count(decision, Stage.SECOND);
    } else {
      finish(subject, decision);
    }
  }

  private void settleSecond(Case subject, Decision second) {
    boolean agreed = decisions.ofCase(subject.id()).stream()
        .filter(stored -> stored.state() == State.COUNTED)
        .map(DecisionStore.Stored::decision)
        .filter(decision -> decision.stage() == Stage.FIRST)
        .reduce((_, last) -> last)
        .filter(first -> first.verdict().agreesWith(second.verdict()))
        .filter(first -> secondReview.areTwo(first.decider(), second.decider()))
        .isPresent();
    if (agreed) {
      finish(subject, second);
    } else {
      count(second, Stage.LEAD);
    }
  }

  private void count(Decision decision, Stage next) {
    decisions.mark(decision.id(), State.COUNTED);
    move(decision, CaseState.OPEN, next);
  }

  private void finish(Case subject, Decision decision) {
    decisions.mark(decision.id(), State.FINAL);
    move(decision, CaseState.DECIDED, decision.stage());
    boolean byPolicy = !(decision.decider() instanceof Decider.Reviewer);
    cases.noteDecided(subject.id(), decision.finalAt(), byPolicy);
    events.publishEvent(new DecisionMade(decision.id()));
    reporters.tell(subject, decision);
    sampling.consider(decision, transactions.now());
  }

  private void move(Decision decision, CaseState to, Stage stage) {
    if (!decisions.move(decision.subject(), CaseState.PENDING, to, stage)) {
      throw new IllegalStateException("a case was not as its decision says");
    }
  }
}
