package org.vigie.server.evidence.keeping;

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
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.frame.BackgroundWork;

/// Removes blobs in the background that belong to no object.
///
/// A process that crashed between putting a blob and recording it leaves such an orphan, and so
/// does one that crashed between destroying an object and removing its blob. The sweep removes
/// only blobs that are a day old, as a younger one may be about to be recorded. It removes
/// nothing from a store that other installations share, as they may have sealed the blob: a
/// restored copy of an installation does not know the objects sealed after the backup.
final class OrphanSweep {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
  private static final Duration EVERY = Duration.ofHours(6);
  private static final Duration YOUNG = Duration.ofDays(1);
  private static final int ASKED_AT_ONCE = 500;

  /// The sweep never doubts this many orphans.
  private static final int FEW = 100;

  private final ObjectStore objects;
  private final BlobStore blobs;
  private final InstantSource clock;
  private final BackgroundWork work = new BackgroundWork("evidence-sweep", EVERY, this::run);

  OrphanSweep(ObjectStore objects, BlobStore blobs, InstantSource clock) {
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

  /// Sweeps, and logs a store that does not answer or has a folder that cannot be read.
  Duration run() {
    try {
      sweep();
    } catch (IOException e) {
      LOG.atError()
          .setMessage("blobs not swept")
          .addKeyValue("why", e.toString())
          .log();
    }
    return EVERY;
  }

  /// Removes orphans that are old enough; returns their number. Removes nothing if there are
  /// many orphans and they outnumber the known blobs, as the blobs then belong to another
  /// database; nor if the store is shared.
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

  /// Collects old blobs that no object names, and asks the database about many at once.
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
