package org.vigie.server.review.opening;

import org.vigie.server.review.CaseId;

/// Keeps evidence from being destroyed while a case needs it.
public interface EvidenceRetention {
  /// Keeps the evidence of a new source of a case, in the transaction that adds it.
  void opened(CaseId id, NewSource added);
}
