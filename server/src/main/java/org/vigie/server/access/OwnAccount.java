package org.vigie.server.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.access.store.PeopleStore;

/// What people change of their own ways to sign in. One always remains.
@Transactional
public class OwnAccount {
  private final PeopleStore people;
  private final Credentials credentials;
  private final PasskeyStore passkeys;
  private final AccessLedger ledger;

  public OwnAccount(
      PeopleStore people, Credentials credentials, PasskeyStore passkeys, AccessLedger ledger) {
    this.people = people;
    this.credentials = credentials;
    this.passkeys = passkeys;
    this.ledger = ledger;
  }

  /// How removing a way to sign in ended.
  public enum Removal {
    REMOVED,
    NOT_THERE,
    /// Nothing would have been left.
    LAST_WAY_IN
  }

  public boolean hasPassword(PersonId person) {
    return credentials.hasPassword(person);
  }

  public int recoveryCodesLeft(PersonId person) {
    return credentials.recoveryCodesLeft(person);
  }

  /// Sets password and authenticator app; empty if the code is wrong.
  public Optional<List<String>> setPassword(
      PersonId person, String password, Authenticator authenticator, String code) {
    Optional<List<String>> codes = credentials.replace(person, password, authenticator, code);
    codes.ifPresent(made -> record("password set", person));
    return codes;
  }

  public Removal removePassword(PersonId person) {
    people.lockAdministrators();
    if (!credentials.hasPassword(person)) {
      return Removal.NOT_THERE;
    }
    if (passkeysOf(person) == 0) {
      return Removal.LAST_WAY_IN;
    }
    credentials.remove(person);
    record("password removed", person);
    return Removal.REMOVED;
  }

  public Removal removePasskey(PersonId person, Bytes passkey) {
    people.lockAdministrators();
    if (passkeysOf(person) == 1 && !credentials.hasPassword(person)) {
      return Removal.LAST_WAY_IN;
    }
    if (!passkeys.delete(person, passkey)) {
      return Removal.NOT_THERE;
    }
    record("passkey removed", person);
    return Removal.REMOVED;
  }

  /// Notes a passkey that was just made.
  public void passkeyAdded(PersonId person) {
    record("passkey added", person);
  }

  /// Returns new recovery codes, which replace the old ones; none for whoever has no password.
  public List<String> newRecoveryCodes(PersonId person) {
    if (!credentials.hasPassword(person)) {
      return List.of();
    }
    record("recovery codes replaced", person);
    return credentials.replaceRecoveryCodes(person);
  }

  private int passkeysOf(PersonId person) {
    return passkeys.findByUserId(PasskeyStore.handle(person)).size();
  }

  private void record(String act, PersonId person) {
    Caller caller = new Caller.Person(person);
    ledger.record(caller, act, caller.reference());
  }
}
