package org.vigie.server.review.queueing;

import java.util.Optional;
import org.vigie.server.review.cases.CaseState;

/// A filter of cases, and their order.
public record CaseFilter(CaseQuery query, CaseOrder order) {
  /// All of them, the most urgent first.
  public static final CaseFilter ALL = new CaseFilter(
      new CaseQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
      CaseOrder.PRIORITY);

  /// The open cases, the most urgent first.
  public static final CaseFilter WAITING = new CaseFilter(
      new CaseQuery(
          Optional.empty(), Optional.of(CaseState.OPEN), Optional.empty(), Optional.empty()),
      CaseOrder.PRIORITY);
}
