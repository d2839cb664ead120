package org.vigie.server.hma.lookup;

import org.vigie.server.access.Act;

/// The ledger's word for acts of HMA's clients that no other module records.
public enum HmaAct implements Act {
  SIGNAL_TYPE_RATIO_SET;

  @Override
  public String textKey() {
    return "hma.act." + name();
  }
}
