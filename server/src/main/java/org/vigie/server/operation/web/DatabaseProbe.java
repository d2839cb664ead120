package org.vigie.server.operation.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.vigie.server.frame.Lane;

/// Says whether the database answers. However many ask, one asks the database at a time, and an
/// answer serves all who ask within [#FRESH]. Threads: any.
final class DatabaseProbe {
  private static final int PATIENCE_SECONDS = 2;
  private static final long FRESH = Duration.ofMillis(100).toNanos();

  private final DataSource database;
  private final LongSupplier nanoTime;
  private final ReentrantLock asking = new ReentrantLock();
  private long answeredAt;
  private boolean answer;

  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  DatabaseProbe(DataSource database, LongSupplier nanoTime) {
    this.database = database;
    this.nanoTime = nanoTime;
    this.answeredAt = nanoTime.getAsLong() - FRESH;
  }

  boolean answers() {
    asking.lock();
    try {
      if (nanoTime.getAsLong() - answeredAt >= FRESH) {
        answer = Lane.WATCH.call(this::ask);
        answeredAt = nanoTime.getAsLong();
      }
      return answer;
    } finally {
      asking.unlock();
    }
  }

  private boolean ask() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException _) {
      // That it cannot be reached is the answer.
      return false;
    }
  }
}
