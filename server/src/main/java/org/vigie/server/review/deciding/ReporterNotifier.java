package org.vigie.server.review.deciding;

import org.vigie.server.review.Decision;
import org.vigie.server.review.cases.Case;

/// Tells reporters the outcome of their notices.
public interface ReporterNotifier {
  /// Tells the reporters of a case, in the transaction that makes the decision final.
  void tell(Case decided, Decision decision);
}
