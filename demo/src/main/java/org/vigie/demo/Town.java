package org.vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;

/// Fills a server that has no banks yet; one that has been filled is left as it is.
final class Town implements ApplicationRunner {
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final KnownContent known;
  private final Banks banks;
  private final TownClock clock;
  private final TownPeople people;
  private final TownHistory history;

  Town(KnownContent known, Banks banks, TownClock clock, TownPeople people, TownHistory history) {
    this.known = known;
    this.banks = banks;
    this.clock = clock;
    this.people = people;
    this.history = history;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    while (!known.isReady()) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
    if (banks.list().isEmpty()) {
      build(Instant.now());
    }
  }

  private void build(Instant now) {
    Timeline timeline = new Timeline();
    people.plan(timeline, now);
    history.plan(timeline, now);
    try {
      timeline.happen(clock);
    } finally {
      clock.release();
    }
  }
}
