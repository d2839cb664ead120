package org.vigie.server.review.deciding;

import org.vigie.server.review.Decision;
import org.vigie.server.review.cases.Case;

/// Notifies reporters of the outcome of their notices.
public interface ReporterNotifier {
  /// Notifies the reporters of a case, in the transaction that makes the decision final.
  void tell(Case decided, Decision decision);
}
