package org.vigie.server.review.queueing;

import java.util.Optional;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;

/// A filter of cases, and their order.
public record CaseFilter(CaseQuery query, CaseOrder order) {
  /// All of them, the most urgent first.
  public static final CaseFilter ALL = of(Optional.empty());

  /// The open cases, the most urgent first.
  public static final CaseFilter WAITING = of(Optional.of(CaseState.OPEN));

  private static CaseFilter of(Optional<CaseState> state) {
    CaseQuery query = new CaseQuery(
        Optional.empty(), state, Optional.empty(), Optional.empty(), Optional.empty());
    return new CaseFilter(query, CaseOrder.PRIORITY);
  }
}
