package org.vigie.server.report;

import java.util.UUID;

/// Identifies a notice.
public record NoticeId(UUID value) {
  /// Returns its reference in cases, ledgers and evidence: `notice:…`.
  public String reference() {
    return "notice:" + value;
  }
}
