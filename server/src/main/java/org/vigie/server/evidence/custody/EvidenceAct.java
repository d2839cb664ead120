package org.vigie.server.evidence.custody;

import org.vigie.server.access.Act;

/// The acts on evidence that the ledger records, views included. Custody chains have [CustodyAct].
public enum EvidenceAct implements Act {
  EVIDENCE_SEALED,
  EVIDENCE_LISTED,
  /// Its description was seen, not its content.
  EVIDENCE_DESCRIBED,
  EVIDENCE_OPENED,
  /// A blurred rendition of it was shown, not its content.
  EVIDENCE_VEILED,
  EVIDENCE_COPIED,
  EVIDENCE_REFUSED,
  EVIDENCE_KEPT_LONGER,
  HOLD_PLACED,
  HOLD_RELEASED,
  EVIDENCE_DESTROYED,
  EVIDENCE_DESTRUCTION_ASKED,
  EVIDENCE_DESTRUCTION_DECLINED,
  EVIDENCE_DESTRUCTION_REFUSED,
  EVIDENCE_KEYS_ROTATED;

  @Override
  public String textKey() {
    return "evidence.ledger." + name();
  }
}
