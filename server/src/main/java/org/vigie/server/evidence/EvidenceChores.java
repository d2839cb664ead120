package org.vigie.server.evidence;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.frame.Retries;

/// The thread that ends what is to end in the vault: objects whose term is over and that no hold
/// keeps, and blobs that belong to no object.
///
/// A blob without an object is what a transaction that was rolled back left, or a destruction
/// whose process ended too early. Only one that has been there for a day is removed, as a
/// younger one may be about to get its row; and none from a store that others share, where it
/// may be what they sealed: a restored copy of an installation knows nothing of what was sealed
/// after the backup.
final class EvidenceChores {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceChores.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(6);
  private static final Duration YOUNG = Duration.ofDays(1);
  private static final Duration LONGEST_REST = Duration.ofDays(1);
  private static final int DESTROYED_AT_ONCE = 20;
  private static final int ASKED_AT_ONCE = 500;

  /// Up to so many orphans are nothing to wonder at.
  private static final int FEW = 100;

  private static final String TERM_OVER = "its term is over";

  private final Vault vault;
  private final ObjectStore objects;
  private final BlobStore blobs;
  private final InstantSource clock;
  private final BackgroundWork work = new BackgroundWork("evidence-chores", PAUSE, this::run);
  private final Retries<EvidenceId> failed = new Retries<>(PAUSE, LONGEST_REST);
  private Instant nextSweep = Instant.MIN;

  EvidenceChores(Vault vault, ObjectStore objects, BlobStore blobs, InstantSource clock) {
    this.vault = vault;
    this.objects = objects;
    this.blobs = blobs;
    this.clock = clock;
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  /// Sweeps when it is time, then destroys what is due; returns how long to rest.
  Duration run() {
    Instant now = clock.instant();
    if (!now.isBefore(nextSweep)) {
      nextSweep = now.plus(BETWEEN_SWEEPS);
      trySweep();
    }
    return destroyDue() == DESTROYED_AT_ONCE ? Duration.ZERO : PAUSE;
  }

  /// Destroys a few objects whose term is over, each in a transaction of its own; returns how
  /// many it tried. One that cannot be destroyed keeps no other from it: it rests, longer after
  /// each failure.
  int destroyDue() {
    Instant now = clock.instant();
    List<EvidenceId> due = objects.due(now, failed.resting(now), DESTROYED_AT_ONCE);
    due.forEach(this::tryDestroy);
    return due.size();
  }

  private void tryDestroy(EvidenceId id) {
    try {
      vault.destroy(new Caller.Vigie(), id, TERM_OVER);
      failed.succeeded(id);
    } catch (RuntimeException e) {
      LOG.atError()
          .setMessage("evidence not destroyed")
          .addKeyValue("evidence", id.value())
          .addKeyValue("again_in", failed.failed(id, clock.instant()))
          .setCause(e)
          .log();
    }
  }

  /// A store that does not answer, or has a folder that cannot be read, keeps no object from its
  /// end: that is the end of its key.
  private void trySweep() {
    try {
      sweep();
    } catch (IOException e) {
      LOG.atError()
          .setMessage("blobs not swept")
          .addKeyValue("why", e.toString())
          .log();
    }
  }

  /// Removes old blobs that no object names; returns how many. Where that is most of them and
  /// many, the blobs and the database are not each other's, and nothing is removed. Nor is
  /// anything where the store is shared.
  int sweep() throws IOException {
    Instant old = clock.instant().minus(YOUNG);
    blobs.removeUnfinished(old);
    if (blobs.isShared()) {
      return 0;
    }
    Orphans orphans = new Orphans(old);
    blobs.walk(orphans);
    orphans.ask();
    if (orphans.found.size() > FEW && orphans.found.size() > orphans.named) {
      LOG.atError()
          .setMessage("blobs not swept: the database does not know most of them")
          .addKeyValue("unknown", orphans.found.size())
          .addKeyValue("known", orphans.named)
          .log();
      return 0;
    }
    for (BlobAddress orphan : orphans.found) {
      blobs.delete(orphan);
    }
    return orphans.found.size();
  }

  /// Looks for old blobs that no object names, and asks the database about many at once.
  private final class Orphans implements BlobStore.Visitor {
    private final Instant old;
    private final List<BlobAddress> found = new ArrayList<>();
    private final List<BlobAddress> unasked = new ArrayList<>();
    private int named;

    Orphans(Instant old) {
      this.old = old;
    }

    @Override
    public void visit(BlobStore.StoredBlob blob) {
      if (blob.since().isBefore(old)) {
        unasked.add(blob.address());
      }
      if (unasked.size() == ASKED_AT_ONCE) {
        ask();
      }
    }

    void ask() {
      Set<BlobAddress> known = objects.named(unasked);
      named += known.size();
      unasked.stream().filter(address -> !known.contains(address)).forEach(found::add);
      unasked.clear();
    }
  }
}
