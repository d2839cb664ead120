package org.vigie.server.review;

import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberWithdrawn;
import org.vigie.server.review.store.DecisionStore;

/// Opens cases again that were found to be violations, when a member that they matched is
/// withdrawn. Told again, it changes nothing: the cases are open.
class Reopening {
  private final DecisionStore decisions;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;

  Reopening(DecisionStore decisions, AccessLedger ledger, TransactionOperations transactions) {
    this.decisions = decisions;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  @Async(ReviewConfiguration.EVENTS)
  @TransactionalEventListener
  public void on(MemberWithdrawn withdrawn) {
    transactions.executeWithoutResult(_ -> reopen(withdrawn.member()));
  }

  private void reopen(MemberId member) {
    decisions.violationsByMember(member).forEach(this::reopen);
  }

  private void reopen(CaseId id) {
    if (decisions.move(id, CaseState.DECIDED, CaseState.OPEN, Case.Stage.FIRST)) {
      ledger.record(new Caller.Vigie(), ReviewAct.CASE_REOPENED, id.reference());
    }
  }
}
