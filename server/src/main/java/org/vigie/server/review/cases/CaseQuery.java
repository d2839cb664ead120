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
    Optional<String> about,
    CaseCourse course) {
  /// All cases.
  public static final CaseQuery ALL = new CaseQuery(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Makes a filter of cases with any course.
  public CaseQuery(
      Optional<QueueName> queue,
      Optional<CaseState> state,
      Optional<CategoryKey> category,
      Optional<MessengerId> messenger,
      Optional<String> about) {
    this(queue, state, category, messenger, about, CaseCourse.ANY);
  }

  /// Returns the query for cases of a course that otherwise fit this one.
  public CaseQuery of(CaseCourse other) {
    return new CaseQuery(queue, state, category, messenger, about, other);
  }

  /// Returns the query for cases of a queue that otherwise fit this one.
  public CaseQuery of(QueueName other) {
    return new CaseQuery(Optional.of(other), state, category, messenger, about, course);
  }

  /// Returns the query for cases in a state that otherwise fit this one.
  public CaseQuery in(CaseState other) {
    return new CaseQuery(queue, Optional.of(other), category, messenger, about, course);
  }

  /// Returns the query for cases in any state that otherwise fit this one.
  public CaseQuery inAnyState() {
    return new CaseQuery(queue, Optional.empty(), category, messenger, about, course);
  }
}
