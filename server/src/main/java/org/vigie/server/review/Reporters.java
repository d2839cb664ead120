package org.vigie.server.review;

/// Tells those who sent the notices of a case what became of them.
interface Reporters {
  /// Within the transaction that makes the decision final.
  void tell(Case decided, Decision decision);
}
