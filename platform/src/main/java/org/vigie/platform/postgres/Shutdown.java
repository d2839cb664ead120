package org.vigie.platform.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The end of a running postmaster.
final class Shutdown {
  private static final int FAST_SECONDS = 60;
  private static final int IMMEDIATE_SECONDS = 20;
  private static final int TITLE_ATTEMPTS = 100;
  private static final Duration TITLE_PAUSE = Duration.ofMillis(50);

  private Shutdown() {}

  /// Ends connections, writes a checkpoint and returns when the postmaster is gone. One that
  /// does not manage in a minute is ended at once, which loses nothing: the next start recovers.
  static void of(Cluster cluster) throws IOException {
    if (!stop(cluster, "fast", FAST_SECONDS)
        && !stop(cluster, "immediate", IMMEDIATE_SECONDS)
        && !isGone(cluster)) {
      throw new PostgresUnavailableException(
          "the PostgreSQL in " + cluster.files() + " runs and does not stop");
    }
  }

  /// A child that a killed postmaster has just forked looks like a postmaster until it has set its
  /// title, or ends.
  private static boolean isGone(Cluster cluster) {
    for (int attempt = 0; attempt < TITLE_ATTEMPTS; attempt++) {
      if (ServerProcess.postmastersOf(cluster.files()).isEmpty()) {
        return true;
      }
      LockSupport.parkNanos(TITLE_PAUSE.toNanos());
    }
    return false;
  }

  private static boolean stop(Cluster cluster, String mode, int seconds) throws IOException {
    Command stop = Command.of(
        cluster.binaries().pgCtl(),
        "stop",
        "--pgdata=" + cluster.files(),
        "--mode=" + mode,
        "--wait",
        "--timeout=" + seconds);
    return stop.after(cluster.identity().prefix()).run("").status() == 0;
  }
}
