package org.vigie.server.access.ledger;

import org.vigie.server.access.Act;

/// The acts on people, their ways to sign in, keys, grants and the ledger.
public enum AccessAct implements Act {
  FIRST_ADMINISTRATOR,
  PERSON_INVITED,
  PERSON_OPENED,
  PERSON_DISABLED,
  PERSON_ENABLED,
  ROLES_CHANGED,
  ACCESS_ASKED_FOR,
  ACCESS_AGREED_TO,
  /// Access took effect after a day in sight.
  ACCESS_WAITED_FOR,
  ACCESS_STOPPED,
  ORGANISATION_ADDED,
  ORGANISATION_CHANGED,
  ENROLMENT_LINK_MADE,
  ENROLLED,
  SIGNED_IN,
  SIGN_IN_REFUSED("sign-in refused"),
  SINGLE_SIGN_ON_LINKED("single sign-on linked"),
  PASSWORD_SET,
  PASSWORD_REMOVED,
  PASSKEY_ADDED,
  PASSKEY_REMOVED,
  RECOVERY_CODES_REPLACED,
  KEY_ADDED,
  KEY_ROTATED,
  KEY_OLD_SECRET_ENDED,
  KEY_REVOKED,
  GRANT_GIVEN,
  GRANT_ASKED_FOR,
  GRANT_APPROVED,
  GRANT_REFUSED,
  GRANT_REVOKED,
  LEDGER_EXPORTED,
  /// A person opened a page with names or words of people.
  PAGE_OPENED;

  private final String written;

  AccessAct() {
    this("");
  }

  /// @param written the phrase, if it has a hyphen
  AccessAct(String written) {
    this.written = written;
  }

  @Override
  public String phrase() {
    return written.isEmpty() ? Act.super.phrase() : written;
  }

  @Override
  public String textKey() {
    return "access.act." + name();
  }
}
