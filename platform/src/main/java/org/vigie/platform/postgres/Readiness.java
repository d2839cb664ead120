package org.vigie.platform.postgres;

import java.io.IOException;
import java.time.Duration;

/// Waits until a server is ready, by the status in its file, as `pg_ctl` does.
final class Readiness {
  private static final Duration STEP = Duration.ofMillis(5);

  private Readiness() {}

  /// Returns when the server takes connections.
  ///
  /// @throws PostgresUnavailableException if it ended, or is not ready when patience is
  static void await(Postmaster postmaster, Cluster cluster, Duration patience) {
    long start = System.nanoTime();
    while (!isReady(postmaster, cluster)) {
      if (!postmaster.isAlive()) {
        throw new PostgresUnavailableException("PostgreSQL did not start: " + postmaster.complaint()
            + " (all of it in " + cluster.directory().logs() + ")");
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new PostgresUnavailableException("PostgreSQL was not ready after " + patience
            + ": see " + cluster.directory().logs());
      }
      pause();
    }
  }

  private static boolean isReady(Postmaster postmaster, Cluster cluster) {
    try {
      return PostmasterFile.in(cluster.files())
          .filter(file -> file.isReady() && postmaster.has(file.pid()))
          .isPresent();
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "PostgreSQL's files in " + cluster.files() + " cannot be read", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresUnavailableException("the start of PostgreSQL was interrupted", e);
    }
  }
}
