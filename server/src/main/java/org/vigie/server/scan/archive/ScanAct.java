package org.vigie.server.scan.archive;

import org.vigie.server.access.Act;

/// The views of scans that the ledger records.
public enum ScanAct implements Act {
  SCANS_LISTED,
  SCAN_OPENED,
  MATCHES_DEBUGGED;

  @Override
  public String textKey() {
    return "scan.act." + name();
  }
}
