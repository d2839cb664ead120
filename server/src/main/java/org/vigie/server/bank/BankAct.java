package org.vigie.server.bank;

import org.vigie.server.access.Act;

/// What is done to banks and their members.
public enum BankAct implements Act {
  BANK_CREATED,
  BANK_CHANGED,
  BANK_CLOSED,
  BANK_EXPORTED,
  MEMBER_ADDED,
  /// Something else is said about it; in entries of earlier versions, anything was done to it.
  MEMBER_CHANGED,
  MEMBER_DISPUTED,
  MEMBER_SET_ASIDE,
  MEMBER_WITHDRAWN,
  MEMBER_PUT_BACK,
  MEMBER_DISABLED,
  MEMBER_ENABLED,
  MEMBERS_IMPORTED;

  @Override
  public String textKey() {
    return "bank.act." + name();
  }
}
