package org.vigie.server.review;

import java.time.Duration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.review.store.CaseStore;

/// The thread that does in the background what cases need: decisions take effect, locks run out,
/// cases that are nearly due come first, and what a process that died had not told is told
/// again.
///
/// What there is to do can be read from the tables at any moment. Threads: one of its own.
final class ReviewChores {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);
  private static final Duration BETWEEN_RESUBMISSIONS = Duration.ofMinutes(1);

  /// Longer than the queue of events takes when a retro-match finds a great deal.
  private static final Duration UNFINISHED = Duration.ofMinutes(10);

  private static final Duration STALE = Duration.ofMinutes(1);

  private static final int EVENTS_AT_ONCE = 100;

  private final Finalisation finalisation;
  private final Settling settling;
  private final CaseStore cases;
  private final IncompleteEventPublications publications;
  private final ReviewDesk.Surroundings around;
  private final BackgroundWork work = new BackgroundWork("review-chores", PAUSE, this::run);
  private long resubmittedAt = System.nanoTime();
  private volatile Counted counted = new Counted(Double.NaN, System.nanoTime());

  ReviewChores(
      Finalisation finalisation,
      CaseStore cases,
      IncompleteEventPublications publications,
      ReviewDesk.Surroundings around) {
    this.finalisation = finalisation;
    this.settling = new Settling(finalisation, around.clock());
    this.cases = cases;
    this.publications = publications;
    this.around = around;
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  /// How many decisions were overdue at a moment.
  private record Counted(double overdue, long at) {
    boolean isOlderThan(Duration age) {
      return System.nanoTime() - at > age.toNanos();
    }
  }

  /// Returns how many decisions were overdue some seconds ago, without asking the database,
  /// which may be away when somebody reads it; no number where nobody could count for a while.
  double overdue() {
    Counted last = counted;
    return last.isOlderThan(STALE) ? Double.NaN : last.overdue();
  }

  private Duration run() {
    step();
    return PAUSE;
  }

  private void step() {
    if (Double.isNaN(counted.overdue()) || counted.isOlderThan(BETWEEN_COUNTS)) {
      counted = new Counted(finalisation.overdue(), System.nanoTime());
    }
    settling.step();
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
}
