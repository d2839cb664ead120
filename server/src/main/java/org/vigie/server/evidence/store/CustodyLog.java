package org.vigie.server.evidence.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.evidence.custody.EvidenceGoneException;

/// Appends to custody chains, within the transaction of the caller, which is required.
public final class CustodyLog {
  private final CustodyStore store;
  private final InstantSource clock;

  public CustodyLog(CustodyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public List<CustodyEntry> entries(EvidenceId id) {
    return store.entries(id);
  }

  public void append(Caller caller, EvidenceId id, CustodyAct act, String reason) {
    append(caller, id, act, Optional.empty(), reason);
  }

  /// Appends an entry. Locks the object until the transaction ends, so that entries follow one
  /// another.
  public void append(
      Caller caller, EvidenceId id, CustodyAct act, Optional<GrantId> grant, String reason) {
    CustodyChain.End end = store.lockEnd(id).orElseThrow(() -> new EvidenceGoneException(id));
    CustodyEntry entry = new CustodyEntry(
        id, end.entries() + 1, clock.instant(), act, caller.reference(), grant, reason, "");
    store.append(entry.withHash(CustodyChain.hash(entry, end.hash())));
  }
}
