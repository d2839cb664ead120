package org.vigie.server.review.deciding;

import org.vigie.server.review.cases.Case;

/// Hears of claims.
public interface ClaimListener {
  /// Hears that a person claimed a case, in the transaction of the claim.
  void claimed(Case found);
}
