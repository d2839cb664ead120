package org.vigie.server.review.deciding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.frame.Retries;
import org.vigie.server.review.DecisionId;

/// Settles due decisions one by one.
///
/// A failing decision blocks no other; it is retried with back-off, up to ten minutes, until it
/// takes effect. Decisions that wait for their retry are left out of the next look-up, so that
/// any number of them may fail. Threads: one.
final class Settling {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);

  private final Finalisation finalisation;
  private final InstantSource clock;
  private final Retries<DecisionId> failed = new Retries<>(SHORTEST_REST, LONGEST_REST);

  Settling(Finalisation finalisation, InstantSource clock) {
    this.finalisation = finalisation;
    this.clock = clock;
  }

  /// Tries the oldest due decisions that wait for no retry, 200 at most.
  void step() {
    Instant now = clock.instant();
    finalisation.due(failed.resting(now)).forEach(id -> trySettle(id, now));
  }

  private void trySettle(DecisionId id, Instant now) {
    try {
      finalisation.settle(id);
      failed.succeeded(id);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .setMessage("decision does not take effect")
          .addKeyValue("decision", id.value())
          .addKeyValue("again_in", failed.failed(id, now))
          .setCause(e)
          .log();
    }
  }
}
