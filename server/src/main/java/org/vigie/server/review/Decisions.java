package org.vigie.server.review;

import java.util.List;
import java.util.Optional;
import org.vigie.connector.Subject;

/// Reads the decisions that took effect, for other modules. Threads: any.
public interface Decisions {
  /// Returns a decision that took effect, also one that was reversed since. Empty for a decision
  /// that can still be taken back, that was taken back, or that is pending with a
  /// second reviewer.
  Optional<Decision> find(DecisionId id);

  /// Returns whether a decision took effect and still counts: its case has neither been opened
  /// again nor been decided anew. One that [#find] returns and that is not in force was reversed.
  /// Listeners ask, because facts may be redelivered out of order.
  boolean isInForce(DecisionId id);

  /// Returns the account, room or message that a case is about; empty if there is no such case.
  Optional<Subject> subject(CaseId id);

  /// Returns all content of a case that names a message, each once.
  List<Subject> messages(CaseId id);
}
