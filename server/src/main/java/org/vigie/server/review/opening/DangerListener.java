package org.vigie.server.review.opening;

import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.Route;

/// Hears of cases in which somebody's life is in danger.
public interface DangerListener {
  /// Hears that such a case was opened, or that an open case became one, in the transaction of it.
  void opened(CaseId id, Route route);
}
