package org.vigie.server.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.access.store.PeopleStore;

/// What people change of their own ways to sign in. One always remains. Each change ends all
/// sessions but that in which it is made: whoever has got hold of another is out.
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

  /// Somebody who is signed in.
  ///
  /// @param session identifier of the session in which they make a change
  public record Self(PersonId person, String session) {
    @Override
    public String toString() {
      return "Self[" + person + "]";
    }
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
      Self self, EncodedPassword password, Authenticator authenticator, String code) {
    Optional<List<String>> codes =
        credentials.replace(self.person(), password, authenticator, code);
    codes.ifPresent(made -> changed(AccessAct.PASSWORD_SET, self));
    return codes;
  }

  public Removal removePassword(Self self) {
    PersonId person = self.person();
    people.lockAdministrators();
    if (!credentials.hasPassword(person)) {
      return Removal.NOT_THERE;
    }
    if (passkeysOf(person) == 0) {
      return Removal.LAST_WAY_IN;
    }
    credentials.remove(person);
    changed(AccessAct.PASSWORD_REMOVED, self);
    return Removal.REMOVED;
  }

  public Removal removePasskey(Self self, Bytes passkey) {
    PersonId person = self.person();
    people.lockAdministrators();
    if (passkeysOf(person) == 1 && !credentials.hasPassword(person)) {
      return Removal.LAST_WAY_IN;
    }
    if (!passkeys.delete(person, passkey)) {
      return Removal.NOT_THERE;
    }
    changed(AccessAct.PASSKEY_REMOVED, self);
    return Removal.REMOVED;
  }

  /// Notes a passkey that was just made.
  public void passkeyAdded(Self self) {
    changed(AccessAct.PASSKEY_ADDED, self);
  }

  /// Returns new recovery codes, which replace the old ones; none for whoever has no password.
  public List<String> newRecoveryCodes(Self self) {
    if (!credentials.hasPassword(self.person())) {
      return List.of();
    }
    changed(AccessAct.RECOVERY_CODES_REPLACED, self);
    return credentials.replaceRecoveryCodes(self.person());
  }

  private int passkeysOf(PersonId person) {
    return passkeys.findByUserId(PasskeyStore.handle(person)).size();
  }

  private void changed(AccessAct act, Self self) {
    people.endOtherSessions(self.person(), self.session());
    Caller caller = new Caller.Person(self.person());
    ledger.record(caller, act, caller.reference());
  }
}
