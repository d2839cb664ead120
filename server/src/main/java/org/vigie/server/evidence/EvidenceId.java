package org.vigie.server.evidence;

import java.util.UUID;

/// Identifies a sealed object.
public record EvidenceId(UUID value) {
  /// Returns what grants, ledgers and other modules name: `evidence:…`.
  public String reference() {
    return "evidence:" + value;
  }
}
