package org.vigie.server.review.queueing;

import java.util.Comparator;
import java.util.List;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.store.CaseFileStore;

/// The pending cases of each queue. Threads: any.
public final class Queues {
  private final CaseFileStore files;
  private final Policies policies;
  private final CaseTransactions transactions;

  public Queues(CaseFileStore files, Policies policies, CaseTransactions transactions) {
    this.files = files;
    this.policies = policies;
    this.transactions = transactions;
  }

  /// Returns the queues that have cases, the most urgent first.
  public List<QueueState> states() {
    return files.queues(transactions.now()).stream()
        .sorted(Comparator.comparing(QueueState::name, QueueOrder.under(policies.current())))
        .toList();
  }

  /// Returns how old the cases are that wait, youngest first.
  public List<AgeBand> ages() {
    return files.ages(transactions.now());
  }
}
