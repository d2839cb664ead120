package org.vigie.server.policy.revising;

import org.vigie.server.access.Act;

/// What is done to the catalogue.
public enum PolicyAct implements Act {
  POLICY_REVISED;

  @Override
  public String textKey() {
    return "policy.act." + name();
  }
}
