package org.vigie.server.review;

/// Identifies a case; grows from case to case.
public record CaseId(long value) {
  /// Returns the name in grants, ledgers and other modules: `case:123`.
  public String reference() {
    return "case:" + value;
  }
}
