package org.vigie.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobsUnavailableException;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantStanding;
import org.vigie.server.evidence.seal.DataKey;
import org.vigie.server.evidence.seal.Digests;
import org.vigie.server.evidence.seal.Sealed;
import org.vigie.server.evidence.seal.VerifiedStream;
import org.vigie.server.evidence.seal.WrappedKey;
import org.vigie.server.evidence.store.StoredObject;

/// The vault over tables and blobs. What follows from a hold is [VaultTerms]'.
final class SealedVault implements Vault {
  private final VaultParts.Sealing sealing;
  private final VaultParts.Records records;
  private final VaultTerms terms;

  SealedVault(VaultParts.Sealing sealing, VaultParts.Records records, VaultTerms terms) {
    this.sealing = sealing;
    this.records = records;
    this.terms = terms;
  }

  @Override
  public EvidenceId seal(Caller caller, NewEvidence what, InputStream content) throws IOException {
    EvidenceId id = new EvidenceId(sealing.ids().next());
    DataKey key = DataKey.make(sealing.random());
    Counted counted = new Counted(content);
    BlobAddress blob = store(id, key, counted);
    WrappedKey wrapped = sealing.wrapping().wrap(id, key);
    EvidenceObject object = new EvidenceObject(
        id, what, counted.length, counted.sha256(), records.now(), EvidenceObject.State.SEALED);
    records.together().executeWithoutResult(_ -> add(caller, object, blob, wrapped));
    return id;
  }

  private BlobAddress store(EvidenceId id, DataKey key, InputStream content) throws IOException {
    try {
      return sealing.blobs().put(out -> {
        try (OutputStream sealed = Sealed.writing(id, key, out)) {
          content.transferTo(sealed);
        }
      });
    } catch (BlobsUnavailableException e) {
      throw VaultUnavailableException.because(e);
    }
  }

  private void add(Caller caller, EvidenceObject object, BlobAddress blob, WrappedKey key) {
    records.objects().add(object, blob, key);
    String said = description(object, blob);
    records.custody().append(caller, object.id(), CustodyAct.SEALED, said);
    records.ledger().record(caller, EvidenceAct.EVIDENCE_SEALED, object.id().reference());
    records.events().publishEvent(new EvidenceSealed(object.id()));
  }

  /// Returns the reason of the first entry of a chain, so that the chain covers what is said of
  /// the object.
  static String description(EvidenceObject object, BlobAddress blob) {
    NewEvidence said = object.description();
    return "kind=%s length=%d sha256=%s blob=%s source=%s type=%s"
        .formatted(
            said.kind(),
            object.length(),
            object.sha256(),
            blob.sha256(),
            said.source(),
            said.mediaType());
  }

  @Override
  public OpenedEvidence open(Caller caller, EvidenceId id, Grant grant) throws IOException {
    String why = grant.purpose().word() + " " + grant.reason();
    return open(caller, id, grant, new Use(CustodyAct.OPENED, EvidenceAct.EVIDENCE_OPENED, why));
  }

  @Override
  public OpenedEvidence veil(Caller caller, EvidenceId id, Grant grant) throws IOException {
    String why = grant.purpose().word() + " " + grant.reason();
    return open(caller, id, grant, new Use(CustodyAct.VEILED, EvidenceAct.EVIDENCE_VEILED, why));
  }

  @Override
  public OpenedEvidence copy(Caller caller, EvidenceId id, Grant grant, String why)
      throws IOException {
    String reason = grant.purpose().word() + " " + grant.reason() + " copy: " + why;
    return open(caller, id, grant, new Use(CustodyAct.COPIED, EvidenceAct.EVIDENCE_COPIED, reason));
  }

  /// What is done with the content, and how it is recorded.
  private record Use(CustodyAct act, EvidenceAct recorded, String why) {}

  private OpenedEvidence open(Caller caller, EvidenceId id, Grant grant, Use use)
      throws IOException {
    StoredObject stored = Objects.requireNonNull(
            records.apart().execute(_ -> admitted(caller, id, grant, use)))
        .orElseThrow(() -> new EvidenceRefusedException(id));
    WrappedKey wrapped = stored.key().orElseThrow(() -> new EvidenceGoneException(id));
    try {
      DataKey key = sealing.wrapping().unwrap(id, wrapped);
      InputStream content = Sealed.reading(id, key, sealing.blobs().open(stored.blob()));
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
  private Optional<StoredObject> admitted(Caller caller, EvidenceId id, Grant grant, Use use) {
    GrantStanding standing = records.grants().check(caller, grant, id.reference());
    if (standing != GrantStanding.STANDS) {
      records
          .ledger()
          .record(
              caller, EvidenceAct.EVIDENCE_REFUSED, id.reference(), "standing=" + standing.name());
      return Optional.empty();
    }
    Optional<StoredObject> stored = records.objects().lock(id);
    if (stored.flatMap(StoredObject::key).isEmpty()) {
      throw new EvidenceGoneException(id);
    }
    records.custody().append(caller, id, use.act(), Optional.of(grant.id()), use.why());
    records
        .ledger()
        .record(
            caller,
            use.recorded(),
            id.reference(),
            "purpose=" + grant.purpose().word() + " grant=" + grant.id().value());
    return stored;
  }

  @Override
  public Optional<EvidenceObject> find(EvidenceId id) {
    return records.objects().find(id).map(StoredObject::object);
  }

  @Override
  public void keepUntil(Caller caller, EvidenceId id, Instant until, String reason) {
    terms.keepUntil(caller, id, until, reason);
  }

  @Override
  public Hold hold(
      Caller caller, EvidenceId id, String source, String reference, Optional<Instant> expires) {
    return terms.hold(caller, id, source, reference, expires);
  }

  @Override
  public void release(Caller caller, HoldId hold, String reason) {
    terms.release(caller, hold, reason);
  }

  @Override
  public List<Hold> holds(EvidenceId id) {
    return terms.holds(id);
  }

  @Override
  public Destruction destroy(Caller.Vigie vigie, EvidenceId id, String reason) {
    return terms.destroy(new VaultTerms.Ending(vigie, Optional.empty(), reason), id);
  }

  @Override
  public List<CustodyEntry> custody(EvidenceId id) {
    return records.custody().entries(id);
  }

  /// Content that is measured while it is read.
  private static final class Counted extends DigestInputStream {
    private long length;

    Counted(InputStream content) {
      super(content, Digests.sha256());
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      length += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int read = super.read(bytes, offset, count);
      length += Math.max(0, read);
      return read;
    }

    String sha256() {
      MessageDigest digest = getMessageDigest();
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
