package org.vigie.server.review.reversing;

import java.time.Duration;
import java.util.List;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.OwnDecisionStore;

/// Lists the recent decisions of a person. Threads: any.
public final class OwnDecisions {
  private final OwnDecisionStore store;
  private final DecisionStore decisions;
  private final CaseTransactions transactions;

  public OwnDecisions(
      OwnDecisionStore store, DecisionStore decisions, CaseTransactions transactions) {
    this.store = store;
    this.decisions = decisions;
    this.transactions = transactions;
  }

  /// Returns the decisions of a person within the last days, newest first, without those that were
  /// taken back.
  public List<OwnDecision> of(PersonId person, int days, int offset, int limit) {
    return store.of(person, transactions.now().minus(Duration.ofDays(days)), offset, limit).stream()
        .flatMap(row -> decisions
            .find(row.id())
            .map(stored -> new OwnDecision(stored.decision(), row.life(), row.notice()))
            .stream())
        .toList();
  }
}
