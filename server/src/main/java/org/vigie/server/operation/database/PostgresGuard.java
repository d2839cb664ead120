package org.vigie.server.operation.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.platform.postgres.PostgresUnavailableException;

/// Starts PostgreSQL again when its process dies under the server, within a bound.
///
/// Requests that were using it fail with 503 and can be repeated; no acknowledged change is lost,
/// as it was on disk before. If PostgreSQL dies again and again, the server reports that and ends,
/// so that its supervisor notices.
public final class PostgresGuard {
  static final int MOST_RESTARTS = 5;
  static final Duration WITHIN = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(PostgresGuard.class);

  private final Restart restart;
  private final InstantSource clock;
  private final Consumer<String> giveUp;
  private final Deque<Instant> restarts = new ArrayDeque<>();

  /// Starting the process again.
  interface Restart {
    /// Starts it if it is dead, and returns whether it did.
    ///
    /// @throws PostgresUnavailableException if it cannot run any more
    boolean ifDead();
  }

  PostgresGuard(Restart restart, InstantSource clock, Consumer<String> giveUp) {
    this.restart = restart;
    this.clock = clock;
    this.giveUp = giveUp;
  }

  /// Watches a server process from now on.
  ///
  /// @param giveUp gets the sentence for the operator when the server must end
  public static void watch(EmbeddedPostgres postgres, Consumer<String> giveUp) {
    PostgresGuard guard =
        new PostgresGuard(postgres::restartIfDead, InstantSource.system(), giveUp);
    postgres.onDeath(guard::died);
  }

  /// Reacts to the death of the process.
  synchronized void died() {
    LOG.atError().setMessage("postgresql died").log();
    Instant now = clock.instant();
    while (!restarts.isEmpty() && restarts.getFirst().plus(WITHIN).isBefore(now)) {
      restarts.removeFirst();
    }
    if (restarts.size() == MOST_RESTARTS) {
      giveUp.accept("PostgreSQL has died " + (MOST_RESTARTS + 1) + " times within "
          + WITHIN.toMinutes() + " minutes: logs/postgresql.log in the data directory says why");
      return;
    }
    restarts.add(now);
    restart();
  }

  private void restart() {
    try {
      if (restart.ifDead()) {
        LOG.atWarn().setMessage("postgresql restarted").log();
      }
    } catch (PostgresUnavailableException e) {
      giveUp.accept("PostgreSQL has died and does not start again: " + e.getMessage());
    }
  }
}
