package org.vigie.server.enforcement.board;

import org.vigie.server.access.Act;

/// The acts of leads on actions that are stuck.
public enum EnforcementAct implements Act {
  ACTION_ATTEMPTED,
  ACTION_GIVEN_UP;

  @Override
  public String textKey() {
    return "enforcement.ledger." + name();
  }
}
