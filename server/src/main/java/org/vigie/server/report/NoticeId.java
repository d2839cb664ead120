package org.vigie.server.report;

import java.util.UUID;

/// Identifies a notice.
public record NoticeId(UUID value) {
  /// Returns what cases, ledgers and evidence name: `notice:…`.
  public String reference() {
    return "notice:" + value;
  }
}
