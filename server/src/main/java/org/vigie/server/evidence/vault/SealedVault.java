package org.vigie.server.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.HoldId;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.keeping.Retention;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.evidence.store.StoredObject;

/// The vault over tables and blobs. Terms, holds and destruction belong to [Retention].
final class SealedVault implements Vault {
  private final Sealer sealer;
  private final Recorder recorder;
  private final Discarding discarding;
  private final Opener opener;
  private final Retention retention;
  private final ObjectStore objects;
  private final CustodyLog custody;

  SealedVault(
      Sealer sealer,
      Recorder recorder,
      Discarding discarding,
      Opener opener,
      Retention retention,
      ObjectStore objects,
      CustodyLog custody) {
    this.sealer = sealer;
    this.recorder = recorder;
    this.discarding = discarding;
    this.opener = opener;
    this.retention = retention;
    this.objects = objects;
    this.custody = custody;
  }

  @Override
  public SealedContent put(InputStream content) throws IOException {
    return sealer.put(content);
  }

  @Override
  public EvidenceId record(Caller caller, NewEvidence what, SealedContent content) {
    return recorder.record(caller, what, content);
  }

  @Override
  public void discard(SealedContent content) {
    discarding.discard(content);
  }

  @Override
  public OpenedEvidence open(Caller caller, EvidenceId id, Grant grant) throws IOException {
    return opener.open(caller, id, grant, Opener.Use.OPENED, "");
  }

  @Override
  public OpenedEvidence veil(Caller caller, EvidenceId id, Grant grant) throws IOException {
    return opener.open(caller, id, grant, Opener.Use.VEILED, "");
  }

  @Override
  public OpenedEvidence copy(Caller caller, EvidenceId id, Grant grant, String why)
      throws IOException {
    return opener.open(caller, id, grant, Opener.Use.COPIED, " copy: " + why);
  }

  @Override
  public Optional<EvidenceObject> find(EvidenceId id) {
    return objects.find(id).map(StoredObject::object);
  }

  @Override
  public void keepUntil(Caller caller, EvidenceId id, Instant until, String reason) {
    retention.keepUntil(caller, id, until, reason);
  }

  @Override
  public Hold hold(
      Caller caller, EvidenceId id, String source, String reference, Optional<Instant> expires) {
    return retention.hold(caller, id, source, reference, expires);
  }

  @Override
  public void release(Caller caller, HoldId hold, String reason) {
    retention.release(caller, hold, reason);
  }

  @Override
  public List<Hold> holds(EvidenceId id) {
    return retention.holds(id);
  }

  @Override
  public List<CustodyEntry> custody(EvidenceId id) {
    return custody.entries(id);
  }
}
