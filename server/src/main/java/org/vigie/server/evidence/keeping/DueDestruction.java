package org.vigie.server.evidence.keeping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.frame.Retries;

/// Destroys objects in the background once their term has ended, unless a hold is in force.
final class DueDestruction {
  private static final Logger LOG = LoggerFactory.getLogger(DueDestruction.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
  private static final int AT_ONCE = 20;
  private static final String TERM_OVER = "its term is over";

  private final Retention retention;
  private final ObjectStore objects;
  private final InstantSource clock;
  private final BackgroundWork work = new BackgroundWork("evidence-destruction", PAUSE, this::run);
  private final Retries<EvidenceId> failed = new Retries<>(PAUSE, LONGEST_BACK_OFF);

  DueDestruction(Retention retention, ObjectStore objects, InstantSource clock) {
    this.retention = retention;
    this.objects = objects;
    this.clock = clock;
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  private Duration run() {
    return destroyDue() == AT_ONCE ? Duration.ZERO : PAUSE;
  }

  /// Destroys up to 20 objects, each in a transaction of its own; returns how many it tried. A
  /// failing object blocks no other; it is retried with back-off.
  int destroyDue() {
    Instant now = clock.instant();
    List<EvidenceId> due = objects.due(now, failed.resting(now), AT_ONCE);
    due.forEach(this::tryDestroy);
    return due.size();
  }

  private void tryDestroy(EvidenceId id) {
    try {
      retention.destroy(new Caller.Vigie(), id, TERM_OVER);
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
}
