package org.vigie.server.report.ledger;

import org.vigie.server.access.Act;

/// Acts about reporters, flaggers and notices.
public enum ReportAct implements Act {
  REPORTER_WARNED,
  REPORTER_SUSPENDED,
  /// A messenger has read a measure for the first time.
  REPORTER_TOLD,
  /// Name, address and mark of a sender were deleted.
  REPORTER_FORGOTTEN,
  /// The content of a notice was deleted.
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
