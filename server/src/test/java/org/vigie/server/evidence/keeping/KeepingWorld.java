package org.vigie.server.evidence.keeping;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.HoldStore;
import org.vigie.server.evidence.store.ObjectStore;

/// The keeping of a test's own vault, whose background work the test does step by step. Blobs of
/// destroyed objects are removed at once.
public final class KeepingWorld {
  public final Retention retention;
  private final DueDestruction destruction;
  private final OrphanSweep sweep;

  public KeepingWorld(
      ObjectStore objects,
      HoldStore holds,
      CustodyLog custody,
      AccessLedger ledger,
      TransactionOperations transactions,
      BlobStore blobs,
      InstantSource clock) {
    this.retention = new Retention(
        objects,
        holds,
        custody,
        ledger,
        transactions,
        new BlobRemoval(blobs, new SameThread(), Duration.ZERO),
        clock);
    this.destruction = new DueDestruction(retention, objects, clock);
    this.sweep = new OrphanSweep(objects, blobs, clock);
  }

  public int destroyDue() {
    return destruction.destroyDue();
  }

  public int sweep() throws IOException {
    return sweep.sweep();
  }
}
