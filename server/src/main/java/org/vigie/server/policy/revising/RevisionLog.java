package org.vigie.server.policy.revising;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.policy.PolicyRevised;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.store.PolicyStore;
import org.vigie.server.policy.store.StoredRevision;

/// Appends revisions: the row, the entry in the ledger and [PolicyRevised] in one transaction.
final class RevisionLog {
  private final PolicyStore store;
  private final TransactionOperations transactions;
  private final AccessLedger ledger;
  private final ApplicationEventPublisher events;

  RevisionLog(
      PolicyStore store,
      TransactionOperations transactions,
      AccessLedger ledger,
      ApplicationEventPublisher events) {
    this.store = store;
    this.transactions = transactions;
    this.ledger = ledger;
    this.events = events;
  }

  /// Returns whether the revision was appended; if not, another one has its number.
  boolean append(StoredRevision revision, Caller author) {
    return Boolean.TRUE.equals(transactions.execute(status -> {
      boolean appended = store.append(revision);
      if (appended) {
        PolicyRevision number = revision.entry().revision();
        ledger.record(author, PolicyAct.POLICY_REVISED, "policy:" + number.number());
        events.publishEvent(new PolicyRevised(number));
      }
      return appended;
    }));
  }
}
