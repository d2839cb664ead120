package org.vigie.server.report.ledger;

import org.vigie.server.access.Act;

/// What is done about reporters and flaggers.
public enum ReportAct implements Act {
  REPORTER_WARNED,
  REPORTER_SUSPENDED,
  /// A messenger was told for the first time.
  REPORTER_TOLD,
  /// Who sent a notice.
  REPORTER_FORGOTTEN,
  /// What a notice said.
  NOTICE_FORGOTTEN,
  FLAGGER_PROPOSED,
  FLAGGER_VERIFIED,
  FLAGGER_ENDED,
  FLAGGER_KEY_BOUND,
  FLAGGER_MONTH_COUNTERSIGNED;

  @Override
  public String textKey() {
    return "report.ledger." + name();
  }
}
