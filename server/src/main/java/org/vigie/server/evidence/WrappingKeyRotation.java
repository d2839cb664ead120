package org.vigie.server.evidence;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.KeyRing;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.custody.EvidenceAct;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.seal.WrappedKey;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.CustodyStore;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.evidence.store.StoredObject;
import org.vigie.server.frame.MicrosecondClock;

/// Makes a new key that wraps data keys, and wraps the data keys of all objects again by it. Runs
/// while others use the vault. Older keys stay in the ring: objects sealed at that moment, and
/// backups of the database, may still need them.
public final class WrappingKeyRotation {
  private static final int AT_ONCE = 100;

  private final ObjectStore objects;
  private final CustodyLog custody;
  private final TransactionOperations transactions;
  private final AccessLedger ledger;
  private final KeyWrapping wrapping;

  private WrappingKeyRotation(DataSource source, AccessLedger ledger, KeyWrapping wrapping) {
    JdbcClient jdbc = JdbcClient.create(source);
    this.objects = new ObjectStore(jdbc);
    this.custody = new CustodyLog(new CustodyStore(jdbc), MicrosecondClock.system());
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    this.ledger = ledger;
    this.wrapping = wrapping;
  }

  /// Returns a rotation over a database that the server has prepared before.
  ///
  /// @throws HsmUnavailableException if keys are in a hardware security module that cannot
  ///     be used
  public static WrappingKeyRotation over(
      DataSource source, KeyRing keys, EvidenceSettings settings) {
    return new WrappingKeyRotation(
        source, AccessLedger.over(source), EvidenceKeys.of(settings, keys, new SecureRandom()));
  }

  /// The result of a rotation.
  ///
  /// @param newest the name of the key that wraps now
  public record Rotated(String newest, long objects, long defects) {}

  /// Rotates.
  ///
  /// @param defects receives each object whose data key could not be unwrapped, and that is left
  ///     unchanged, as a line that begins with the object
  public Rotated run(Caller caller, Consumer<String> defects) {
    String newest = wrapping.renew();
    ledger.record(caller, EvidenceAct.EVIDENCE_KEYS_ROTATED, "evidence-key:" + newest);
    Progress progress = new Progress(caller, newest, defects);
    while (Boolean.TRUE.equals(transactions.execute(_ -> progress.step()))) {
      // A batch in each transaction.
    }
    return new Rotated(newest, progress.rewrapped, progress.failed);
  }

  /// One rotation, from object to object.
  private final class Progress {
    private final Caller caller;
    private final String newest;
    private final Consumer<String> defects;
    private Optional<EvidenceId> last = Optional.empty();
    private long rewrapped;
    private long failed;

    Progress(Caller caller, String newest, Consumer<String> defects) {
      this.caller = caller;
      this.newest = newest;
      this.defects = defects;
    }

    /// Wraps a batch again; returns whether there may be more.
    boolean step() {
      List<StoredObject> batch = objects.lockWrappedByOther(newest, last, AT_ONCE);
      for (StoredObject stored : batch) {
        EvidenceId id = stored.object().id();
        stored.key().ifPresent(key -> rewrap(id, key));
        last = Optional.of(id);
      }
      return batch.size() == AT_ONCE;
    }

    private void rewrap(EvidenceId id, WrappedKey key) {
      try {
        WrappedKey again = wrapping.wrap(id, wrapping.unwrap(id, key));
        objects.rewrap(id, again);
        custody.append(caller, id, CustodyAct.REWRAPPED, key.by() + " to " + again.by());
        rewrapped++;
      } catch (GeneralSecurityException _) {
        defects.accept(id.reference() + ": its data key cannot be unwrapped by " + key.by());
        failed++;
      }
    }
  }
}
