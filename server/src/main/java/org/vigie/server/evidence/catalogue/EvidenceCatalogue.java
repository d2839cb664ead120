package org.vigie.server.evidence.catalogue;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.evidence.custody.EvidenceGoneException;
import org.vigie.server.evidence.store.CustodyStore;
import org.vigie.server.evidence.store.EvidenceFilter;
import org.vigie.server.evidence.store.EvidenceTally;
import org.vigie.server.evidence.store.ObjectStore;

/// Lists the objects of the vault, without content. Threads: any.
public final class EvidenceCatalogue {
  private final ObjectStore objects;
  private final CustodyStore custody;
  private final InstantSource clock;

  EvidenceCatalogue(ObjectStore objects, CustodyStore custody, InstantSource clock) {
    this.objects = objects;
    this.custody = custody;
    this.clock = clock;
  }

  /// Returns objects, youngest first.
  public List<EvidenceObject> list(EvidenceFilter filter, int limit) {
    return objects.list(filter, clock.instant(), limit);
  }

  /// Counts the objects that are not destroyed.
  public EvidenceTally tally() {
    return objects.tally(clock.instant());
  }

  /// Returns the number of the first entry of an object's custody chain that was changed or is
  /// missing; empty if the chain is whole.
  ///
  /// @throws EvidenceGoneException if there is no such object
  public OptionalInt custodyDefect(EvidenceId id) {
    return objects
        .find(id)
        .map(stored -> CustodyChain.defect(
            id,
            custody.entries(id).stream().limit(stored.custody().entries()).toList(),
            stored.custody()))
        .orElseThrow(() -> new EvidenceGoneException(id));
  }
}
