package org.vigie.server.access.keys;

import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.FirstStep;

/// Making the first API key.
record FirstKeyStep(ApiKeys keys) implements FirstStep {
  @Override
  public int order() {
    return 30;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.KEYS_WRITE;
  }

  @Override
  public String textKey() {
    return "access.step.key";
  }

  @Override
  public String address() {
    return "/keys";
  }

  @Override
  public boolean isDone() {
    return !keys.all().isEmpty();
  }
}
