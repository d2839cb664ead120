package org.vigie.server.review;

import org.vigie.server.access.Caller;

/// Reverses decisions, for other modules: after an appeal, or an order of a court. Threads: any.
public interface Reversals {
  /// Opens the case of a decision again, for reviewers who have not decided it, and publishes
  /// [DecisionReversed]; the notices of the case are open again. All of this, and the entry in
  /// the ledger, happens in the transaction of the caller, or in one of its own if there is none.
  ///
  /// Returns false if the decision is not in force; nothing has changed then.
  boolean reverse(DecisionId decision, Caller by);
}
