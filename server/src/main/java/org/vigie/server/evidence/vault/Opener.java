package org.vigie.server.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.blob.BlobStore;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantStanding;
import org.vigie.server.access.Grants;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.custody.EvidenceAct;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.seal.DataKey;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.seal.Sealed;
import org.vigie.server.evidence.seal.VerifiedStream;
import org.vigie.server.evidence.seal.WrappedKey;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.evidence.store.StoredObject;

/// Opens sealed objects for callers with a grant.
final class Opener {
  private final BlobStore blobs;
  private final KeyWrapping wrapping;
  private final ObjectStore objects;
  private final CustodyLog custody;
  private final Grants grants;
  private final AccessLedger ledger;
  private final TransactionOperations apart;

  /// @param apart transactions that commit regardless of a transaction of the caller
  Opener(
      BlobStore blobs,
      KeyWrapping wrapping,
      ObjectStore objects,
      CustodyLog custody,
      Grants grants,
      AccessLedger ledger,
      TransactionOperations apart) {
    this.blobs = blobs;
    this.wrapping = wrapping;
    this.objects = objects;
    this.custody = custody;
    this.grants = grants;
    this.ledger = ledger;
    this.apart = apart;
  }

  /// The use that is made of the content, and how it is recorded.
  enum Use {
    OPENED(CustodyAct.OPENED, EvidenceAct.EVIDENCE_OPENED),
    VEILED(CustodyAct.VEILED, EvidenceAct.EVIDENCE_VEILED),
    COPIED(CustodyAct.COPIED, EvidenceAct.EVIDENCE_COPIED);

    private final CustodyAct act;
    private final EvidenceAct recorded;

    Use(CustodyAct act, EvidenceAct recorded) {
      this.act = act;
      this.recorded = recorded;
    }
  }

  /// Opens an object once its custody entry is committed.
  ///
  /// @param detail ends the reason in the custody chain; empty for none
  OpenedEvidence open(Caller caller, EvidenceId id, Grant grant, Use use, String detail)
      throws IOException {
    String reason = grant.purpose().word() + " " + grant.reason() + detail;
    StoredObject stored = Objects.requireNonNull(
            apart.execute(_ -> admitted(caller, id, grant, use, reason)))
        .orElseThrow(() -> new EvidenceRefusedException(id));
    WrappedKey wrapped = stored.key().orElseThrow(() -> new EvidenceGoneException(id));
    try {
      DataKey key = wrapping.unwrap(id, wrapped);
      InputStream content = Sealed.reading(id, key, blobs.open(stored.blob()));
      EvidenceObject object = stored.object();
      return new OpenedEvidence(
          object, new VerifiedStream(content, object.length(), object.sha256()));
    } catch (BlobsUnavailableException e) {
      throw VaultUnavailableException.because(e);
    } catch (GeneralSecurityException | NoSuchFileException e) {
      throw new VaultIntegrityException(id, e);
    }
  }

  /// Records that evidence is opened, or that it was refused; empty then.
  private Optional<StoredObject> admitted(
      Caller caller, EvidenceId id, Grant grant, Use use, String reason) {
    GrantStanding standing = grants.check(caller, grant, id.reference());
    if (standing != GrantStanding.STANDS) {
      String detail = "standing=" + standing.name();
      ledger.record(caller, EvidenceAct.EVIDENCE_REFUSED, id.reference(), detail);
      return Optional.empty();
    }
    Optional<StoredObject> stored = objects.lock(id);
    if (stored.flatMap(StoredObject::key).isEmpty()) {
      throw new EvidenceGoneException(id);
    }
    custody.append(caller, id, use.act, Optional.of(grant.id()), reason);
    String detail = "purpose=" + grant.purpose().word() + " grant=" + grant.id().value();
    ledger.record(caller, use.recorded, id.reference(), detail);
    return stored;
  }
}
