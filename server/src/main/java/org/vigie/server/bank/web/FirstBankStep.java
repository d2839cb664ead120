package org.vigie.server.bank.web;

import java.util.function.BooleanSupplier;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.FirstStep;

/// A step of the first setup that is done with banks.
record FirstBankStep(int order, String textKey, String address, BooleanSupplier done)
    implements FirstStep {
  @Override
  public GrantedAuthority authority() {
    return Permission.BANKS_WRITE;
  }

  @Override
  public boolean isDone() {
    return done.getAsBoolean();
  }
}
