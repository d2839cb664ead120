package org.vigie.server.outbox.deadletters;

import org.vigie.server.access.Act;

/// The acts of operators on dead letters.
public enum OutboxAct implements Act {
  EFFECT_REPLAYED,
  EFFECT_GIVEN_UP;

  @Override
  public String textKey() {
    return "outbox.ledger." + name();
  }
}
