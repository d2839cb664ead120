package org.vigie.server.review.reversing;

import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.vigie.server.access.Caller;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionReversed;
import org.vigie.server.review.Reversals;
import org.vigie.server.review.Stage;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.DecisionStore.State;
import org.vigie.server.review.store.DecisionStore.Stored;
import org.vigie.server.review.store.ReopeningStore;

/// Reverses decisions over the database. Publishes: [DecisionReversed]. Threads: any.
public final class CaseReversals implements Reversals {
  private final ReopeningStore store;
  private final DecisionStore decisions;
  private final Consumer<NoticeId> openAgain;
  private final ApplicationEventPublisher events;
  private final CaseTransactions transactions;

  /// Reverses decisions through some stores.
  ///
  /// @param openAgain opens a notice whose decision no longer counts
  public CaseReversals(
      ReopeningStore store,
      DecisionStore decisions,
      Consumer<NoticeId> openAgain,
      ApplicationEventPublisher events,
      CaseTransactions transactions) {
    this.store = store;
    this.decisions = decisions;
    this.openAgain = openAgain;
    this.events = events;
    this.transactions = transactions;
  }

  @Override
  public boolean reverse(DecisionId id, Caller by) {
    return transactions.inTransaction(() -> decisions
        .find(id)
        .flatMap(found -> decisions.lockLast(found.decision().subject()))
        .filter(last -> last.decision().id().equals(id) && last.state() == State.FINAL)
        .filter(last -> reverse(last, by))
        .isPresent());
  }

  /// Reverses a violation in the transaction of the caller. One that can still be taken back is
  /// taken back, without an event, because none was published for it.
  void reverseViolation(CaseId id, Caller by) {
    decisions
        .lockLast(id)
        .filter(last -> last.decision().verdict().violated().isPresent())
        .ifPresent(last -> reverse(last, by));
  }

  private boolean reverse(Stored last, Caller by) {
    return last.state() == State.PENDING ? takeBack(last, by) : reverseFinal(last, by);
  }

  private boolean takeBack(Stored pending, Caller by) {
    decisions.mark(pending.decision().id(), State.TAKEN_BACK);
    return open(pending.decision().subject(), CaseState.PENDING, by);
  }

  private boolean reverseFinal(Stored last, Caller by) {
    boolean opened = open(last.decision().subject(), CaseState.DECIDED, by);
    if (opened) {
      events.publishEvent(new DecisionReversed(last.decision().id()));
    }
    return opened;
  }

  private boolean open(CaseId id, CaseState from, Caller by) {
    boolean opened = decisions.move(id, from, CaseState.OPEN, Stage.FIRST);
    if (opened) {
      transactions.record(by, ReviewAct.CASE_REOPENED, id.reference());
      store.notices(id).forEach(openAgain);
    }
    return opened;
  }
}
