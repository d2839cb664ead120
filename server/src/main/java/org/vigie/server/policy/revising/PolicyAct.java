package org.vigie.server.policy.revising;

import org.vigie.server.access.Act;

/// The ledger's word for a change of the catalogue.
public enum PolicyAct implements Act {
  POLICY_REVISED;

  @Override
  public String textKey() {
    return "policy.act." + name();
  }
}
