package org.vigie.platform.postgres;

import java.io.IOException;

/// The end of a running postmaster.
final class Shutdown {
  private static final int FAST_SECONDS = 60;
  private static final int IMMEDIATE_SECONDS = 20;

  private Shutdown() {}

  /// Ends connections, writes a checkpoint and returns when the postmaster is gone. One that
  /// does not manage in a minute is ended at once, which loses nothing: the next start recovers.
  static void of(Cluster cluster) throws IOException {
    if (!stop(cluster, "fast", FAST_SECONDS)
        && !stop(cluster, "immediate", IMMEDIATE_SECONDS)
        && !ServerProcess.postmastersOf(cluster.files()).isEmpty()) {
      throw new PostgresUnavailableException(
          "the PostgreSQL in " + cluster.files() + " runs and does not stop");
    }
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
