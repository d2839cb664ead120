package org.vigie.server.bank.revising;

import org.vigie.server.access.Act;
import org.vigie.server.bank.store.MemberEvent;

/// The ledger's acts on banks and their members, by people and by Vigie.
public enum BankAct implements Act {
  BANK_CREATED,
  BANK_CHANGED,
  BANK_CLOSED,
  BANK_REOPENED,
  BANK_EXPORTED,
  MEMBER_ADDED,
  /// Its description was changed; earlier versions recorded every change of a member so.
  MEMBER_CHANGED,
  MEMBER_DISPUTED,
  MEMBER_SET_ASIDE,
  MEMBER_WITHDRAWN,
  MEMBER_PUT_BACK,
  MEMBER_DISABLED,
  MEMBER_ENABLED,
  MEMBERS_IMPORTED;

  /// Returns the ledger's word for an event of a member's history.
  public static BankAct of(MemberEvent.Act event) {
    return switch (event) {
      case ADDED -> MEMBER_ADDED;
      case DESCRIBED -> MEMBER_CHANGED;
      case CHANGED_BY_IMPORT -> MEMBERS_IMPORTED;
      case DISPUTED -> MEMBER_DISPUTED;
      case SET_ASIDE -> MEMBER_SET_ASIDE;
      case WITHDRAWN -> MEMBER_WITHDRAWN;
      case PUT_BACK -> MEMBER_PUT_BACK;
      case DISABLED -> MEMBER_DISABLED;
      case ENABLED -> MEMBER_ENABLED;
    };
  }

  @Override
  public String textKey() {
    return "bank.act." + name();
  }
}
