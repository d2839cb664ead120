package org.vigie.server.access.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.secrets.EncodedPassword;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.access.store.PeopleStore;

/// Changes a person's own ways to sign in. One always remains. Each change ends the person's other
/// sessions, so that an intruder in one of them is out. Threads: any.
public final class OwnAccount {
  private final PeopleStore people;
  private final Credentials credentials;
  private final PasskeyStore passkeys;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;

  public OwnAccount(
      PeopleStore people,
      Credentials credentials,
      PasskeyStore passkeys,
      AccessLedger ledger,
      TransactionOperations transactions) {
    this.people = people;
    this.credentials = credentials;
    this.passkeys = passkeys;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /// A person who is signed in.
  ///
  /// @param session identifier of the session in which the person makes the change
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

  /// Sets password and authenticator app, and returns recovery codes. Returns empty if the code is
  /// wrong.
  public Optional<List<String>> setPassword(
      Self self, EncodedPassword password, Authenticator authenticator, String code) {
    return transactions.execute(_ -> {
      Optional<List<String>> codes =
          credentials.replace(self.person(), password, authenticator, code);
      codes.ifPresent(made -> changed(AccessAct.PASSWORD_SET, self));
      return codes;
    });
  }

  public Removal removePassword(Self self) {
    return transactions.execute(_ -> passwordRemoval(self));
  }

  private Removal passwordRemoval(Self self) {
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
    return transactions.execute(_ -> passkeyRemoval(self, passkey));
  }

  private Removal passkeyRemoval(Self self, Bytes passkey) {
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

  /// Records that a passkey was just added.
  public void passkeyAdded(Self self) {
    transactions.executeWithoutResult(_ -> changed(AccessAct.PASSKEY_ADDED, self));
  }

  /// Returns new recovery codes, which replace the old ones. Returns none if the person has no
  /// password.
  public List<String> newRecoveryCodes(Self self) {
    return transactions.execute(_ -> {
      if (!credentials.hasPassword(self.person())) {
        return List.of();
      }
      changed(AccessAct.RECOVERY_CODES_REPLACED, self);
      return credentials.replaceRecoveryCodes(self.person());
    });
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
