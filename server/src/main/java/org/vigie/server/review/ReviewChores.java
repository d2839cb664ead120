package org.vigie.server.review;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.vigie.server.review.store.CaseStore;

/// The thread that does in the background what cases need: decisions take effect, locks run out,
/// cases that are nearly due come first, and what a process that died had not told is told
/// again.
///
/// What there is to do can be read from the tables at any moment. Threads: one of its own.
final class ReviewChores {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewChores.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration BETWEEN_RESUBMISSIONS = Duration.ofMinutes(1);

  /// Longer than the queue of events takes when a retro-match finds a great deal.
  private static final Duration UNFINISHED = Duration.ofMinutes(10);

  private static final int EVENTS_AT_ONCE = 100;

  private final Finalisation finalisation;
  private final CaseStore cases;
  private final IncompleteEventPublications publications;
  private final ReviewDesk.Surroundings around;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("review-chores").unstarted(this::run);
  private volatile boolean stopping;
  private long resubmittedAt = System.nanoTime();

  ReviewChores(
      Finalisation finalisation,
      CaseStore cases,
      IncompleteEventPublications publications,
      ReviewDesk.Surroundings around) {
    this.finalisation = finalisation;
    this.cases = cases;
    this.publications = publications;
    this.around = around;
  }

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  private void run() {
    while (!stopping) {
      attempt(this::step);
      pause();
    }
  }

  /// This is the edge where a failure of the background ends: it is logged and tried again.
  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!stopping) {
        LOG.atWarn().setMessage("review chores failed").setCause(e).log();
      }
    }
  }

  /// One decision that cannot take effect does not keep the others from it.
  void step() {
    finalisation.due().forEach(id -> attempt(() -> finalisation.settle(id)));
    cases.releaseExpired(around.now());
    cases.escalate(around.now(), Routing.ESCALATED);
    if (System.nanoTime() - resubmittedAt > BETWEEN_RESUBMISSIONS.toNanos()) {
      resubmittedAt = System.nanoTime();
      resubmit();
    }
  }

  private void resubmit() {
    publications.resubmitIncompletePublications(
        ResubmissionOptions.defaults().withMinAge(UNFINISHED).withBatchSize(EVENTS_AT_ONCE));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
