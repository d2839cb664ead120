package org.vigie.server.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.frame.Retries;

/// Makes the decisions that are due take effect, one by one.
///
/// One that cannot take effect keeps no other from it, however many fail: it rests, longer each
/// time and ten minutes at most, and those that rest are passed over when the next ones are
/// looked up. It is tried until it takes effect. Threads: one.
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

  /// Tries the oldest that are due and do not rest, some hundred at most.
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
