package org.vigie.server.evidence;

import java.util.UUID;

/// Identifies a sealed object.
public record EvidenceId(UUID value) {
  /// Returns the name in grants, ledgers and other modules: `evidence:…`.
  public String reference() {
    return "evidence:" + value;
  }
}
