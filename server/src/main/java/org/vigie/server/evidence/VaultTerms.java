package org.vigie.server.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.Caller;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.store.StoredObject;
import org.vigie.server.frame.MicrosecondClock;

/// How long objects are kept: their terms, holds and ends. Whatever changes one locks the object
/// first, so that no hold and no destruction pass each other.
final class VaultTerms {
  private static final Logger LOG = LoggerFactory.getLogger(VaultTerms.class);

  private final VaultParts.Records records;
  private final BlobStore blobs;

  VaultTerms(VaultParts.Records records, BlobStore blobs) {
    this.records = records;
    this.blobs = blobs;
  }

  void keepUntil(Caller caller, EvidenceId id, Instant until, String reason) {
    Instant end = MicrosecondClock.floor(until);
    records.together().executeWithoutResult(_ -> {
      sealed(id);
      if (records.objects().extend(id, end)) {
        String why = "until " + end + ", " + reason;
        records.custody().append(caller, id, CustodyAct.KEPT, why);
        records.ledger().record(caller, EvidenceAct.EVIDENCE_KEPT_LONGER, id.reference());
      }
    });
  }

  Hold hold(
      Caller caller, EvidenceId id, String source, String reference, Optional<Instant> expires) {
    Hold hold = new Hold(
        new HoldId(UUID.randomUUID()),
        id,
        source,
        reference,
        caller.reference(),
        records.now(),
        expires.map(MicrosecondClock::floor));
    records.together().executeWithoutResult(_ -> {
      sealed(id);
      records.holds().add(hold);
      records.custody().append(caller, id, CustodyAct.HELD, words(hold));
      records.ledger().record(caller, EvidenceAct.HOLD_PLACED, id.reference());
    });
    return hold;
  }

  private static String words(Hold hold) {
    return "hold:%s expires=%s reference=%s source=%s"
        .formatted(
            hold.id().value(),
            hold.expires().map(Instant::toString).orElse("never"),
            hold.reference(),
            hold.source());
  }

  void release(Caller caller, HoldId id, String reason) {
    records.together().executeWithoutResult(_ -> {
      Hold hold = records.holds().find(id).orElseThrow(() -> new UnknownHoldException(id));
      if (records.holds().release(id, caller.reference(), records.now())) {
        String why = "hold:" + id.value() + " " + reason;
        records.custody().append(caller, hold.evidence(), CustodyAct.RELEASED, why);
        records
            .ledger()
            .record(caller, EvidenceAct.HOLD_RELEASED, hold.evidence().reference());
      }
    });
  }

  List<Hold> holds(EvidenceId id) {
    return records.holds().standing(id, records.now());
  }

  /// Who ends an object, by which grant, and why.
  record Ending(Caller caller, Optional<GrantId> grant, String reason) {}

  Destruction destroy(Ending ending, EvidenceId id) {
    return Objects.requireNonNull(records.together().execute(_ -> destroyed(ending, id)));
  }

  private Destruction destroyed(Ending ending, EvidenceId id) {
    StoredObject stored =
        records.objects().lock(id).orElseThrow(() -> new EvidenceGoneException(id));
    if (stored.key().isEmpty()) {
      return new Destruction.AlreadyDestroyed();
    }
    List<Hold> holds = holds(id);
    if (!holds.isEmpty()) {
      write(ending, id, CustodyAct.DESTRUCTION_REFUSED, EvidenceAct.EVIDENCE_DESTRUCTION_REFUSED);
      return new Destruction.Refused(holds);
    }
    Instant now = records.now();
    records.objects().destroy(id, now);
    write(ending, id, CustodyAct.DESTROYED, EvidenceAct.EVIDENCE_DESTROYED);
    removeOnceCommitted(stored.blob());
    return new Destruction.Destroyed(now);
  }

  /// Writes into the custody chain and the ledger, in the transaction of the caller.
  void write(Ending ending, EvidenceId id, CustodyAct act, EvidenceAct recorded) {
    records.custody().append(ending.caller(), id, act, ending.grant(), ending.reason());
    String detail = ending.grant().map(grant -> "grant=" + grant.value()).orElse("");
    records.ledger().record(ending.caller(), recorded, id.reference(), detail);
  }

  /// Without its key the blob is noise already; where it cannot be removed now, it is swept away
  /// later.
  private void removeOnceCommitted(BlobAddress blob) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        try {
          blobs.delete(blob);
        } catch (IOException e) {
          LOG.atWarn().setMessage("blob not removed").setCause(e).log();
        }
      }
    });
  }

  /// Locks an object that is not destroyed.
  void sealed(EvidenceId id) {
    if (records.objects().lock(id).flatMap(StoredObject::key).isEmpty()) {
      throw new EvidenceGoneException(id);
    }
  }
}
