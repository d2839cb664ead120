package org.vigie.server.hma.lookup;

import org.vigie.server.access.Act;

/// What HMA's clients do that no other module records.
public enum HmaAct implements Act {
  SIGNAL_TYPE_RATIO_SET;

  @Override
  public String textKey() {
    return "hma.act." + name();
  }
}
