package org.vigie.server.enforcement.planning;

import java.time.InstantSource;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.DecisionReversed;

/// Carries out decisions that took effect, and undoes those that were reversed. The two facts of a
/// decision may come in any order, and repeatedly.
class DecisionActions {
  private final Planning planning;
  private final Undoing undoing;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  DecisionActions(
      Planning planning, Undoing undoing, TransactionOperations transactions, InstantSource clock) {
    this.planning = planning;
    this.undoing = undoing;
    this.transactions = transactions;
    this.clock = clock;
  }

  @EnforcementListener
  public void on(DecisionMade made) {
    transactions.executeWithoutResult(_ -> planning.plan(made.decision(), clock.instant()));
  }

  @EnforcementListener
  public void on(DecisionReversed reversed) {
    transactions.executeWithoutResult(_ -> undoing.undo(reversed.decision(), clock.instant()));
  }
}
