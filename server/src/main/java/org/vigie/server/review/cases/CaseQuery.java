package org.vigie.server.review.cases;

import java.util.Optional;
import org.vigie.connector.MessengerId;
import org.vigie.server.policy.CategoryKey;

/// A filter of cases.
///
/// @param about part of the messenger's name for the account, the room or the message; or the
///     number of the case, or the identifier of a scan or a notice
public record CaseQuery(
    Optional<QueueName> queue,
    Optional<CaseState> state,
    Optional<CategoryKey> category,
    Optional<MessengerId> messenger,
    Optional<String> about) {
  /// All cases.
  public static final CaseQuery ALL = new CaseQuery(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Returns the query for cases in a state that otherwise fit this one.
  public CaseQuery in(CaseState other) {
    return new CaseQuery(queue, Optional.of(other), category, messenger, about);
  }

  /// Returns the query for cases in any state that otherwise fit this one.
  public CaseQuery inAnyState() {
    return new CaseQuery(queue, Optional.empty(), category, messenger, about);
  }
}
