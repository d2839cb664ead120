package org.vigie.server.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.DecisionStore.State;

/// Makes decisions take effect whose time to be taken back is over, or asks for the next one
/// that the policy wants.
///
/// The state of the case, that of the decision, the fact for others and what reporters are told
/// change in one transaction: whatever dies when, either all of it has happened or none, and the
/// decision is still due. Publishes: [DecisionMade]. Threads: any; several may try, one works.
final class Finalisation {
  /// By how much a decision is late that is called overdue.
  static final Duration LATE = Duration.ofMinutes(1);

  private static final int AT_ONCE = 200;

  private final CaseStore cases;
  private final DecisionStore decisions;
  private final Policies policies;
  private final Telling telling;
  private final ReviewDesk.Surroundings around;

  Finalisation(
      CaseStore cases,
      DecisionStore decisions,
      Policies policies,
      Telling telling,
      ReviewDesk.Surroundings around) {
    this.cases = cases;
    this.decisions = decisions;
    this.policies = policies;
    this.telling = telling;
    this.around = around;
  }

  /// Tells others of decisions, within the transaction that makes them final.
  record Telling(ApplicationEventPublisher events, Reporters reporters, Sampling sampling) {
    void tell(Case decided, Decision decision) {
      events.publishEvent(new DecisionMade(decision.id()));
      reporters.tell(decided, decision);
    }
  }

  /// Returns decisions that are due, oldest first, some hundred at most.
  ///
  /// @param passedOver which of them are left for later
  List<DecisionId> due(Set<DecisionId> passedOver) {
    return decisions.due(around.now(), passedOver, AT_ONCE);
  }

  /// Returns how many decisions should have taken effect a while ago.
  long overdue() {
    return decisions.overdue(around.now().minus(LATE));
  }

  /// Settles one decision, unless somebody else does or it was taken back; returns whether it
  /// did.
  boolean settle(DecisionId id) {
    return around.inTransaction(() -> {
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

  /// Whoever has decided about a case does not do so again, when it comes back.
  private void recuse(CaseId id, PersonId person) {
    cases.recuse(id, person, "DECIDED", "", around.now());
  }

  private void settleFirst(Case subject, Decision decision) {
    if (wantsSecond(subject, decision)) {
      count(decision, Case.Stage.SECOND);
    } else {
      finish(subject, decision);
    }
  }

  private void settleSecond(Case subject, Decision second) {
    boolean agreed = decisions.ofCase(subject.id()).stream()
        .filter(stored -> stored.state() == State.COUNTED)
        .map(DecisionStore.Stored::decision)
        .filter(decision -> decision.stage() == Case.Stage.FIRST)
        .reduce((_, last) -> last)
        .filter(first -> first.verdict().agreesWith(second.verdict()))
        .filter(first -> areTwo(first.decider(), second.decider()))
        .isPresent();
    if (agreed) {
      finish(subject, second);
    } else {
      count(second, Case.Stage.LEAD);
    }
  }

  /// Two whom one administrator alone let in, less than a day ago, do not count as two; a lead
  /// decides then.
  private boolean areTwo(Decider first, Decider second) {
    return !(first instanceof Decider.Reviewer one)
        || !(second instanceof Decider.Reviewer other)
        || around.independence().isBetween(one.person(), other.person());
  }

  /// The policy under which the first decision was made says whether there is a second, for what
  /// the case was about or for what was found.
  private boolean wantsSecond(Case subject, Decision decision) {
    PolicyCatalogue policy =
        policies.find(decision.decider().revision()).orElseGet(policies::current);
    Optional<CategoryKey> found = decision.verdict().violated();
    return policy.review().of(subject.category()).secondReviewer()
        || found.filter(key -> policy.review().of(key).secondReviewer()).isPresent();
  }

  private void count(Decision decision, Case.Stage next) {
    decisions.mark(decision.id(), State.COUNTED);
    move(decision, CaseState.OPEN, next);
  }

  private void finish(Case subject, Decision decision) {
    decisions.mark(decision.id(), State.FINAL);
    move(decision, CaseState.DECIDED, decision.stage());
    telling.tell(subject, decision);
    telling.sampling().consider(decision, policies.current(), around.now());
  }

  private void move(Decision decision, CaseState to, Case.Stage stage) {
    if (!decisions.move(decision.subject(), CaseState.PENDING, to, stage)) {
      throw new IllegalStateException("a case was not as its decision says");
    }
  }
}
