package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Remains of an earlier run in a cluster that only this process may use.
///
/// A postmaster that still lives is stopped, not adopted: its end is tied to a process that is
/// gone, and its output is not read.
final class Leftover {
  private static final long CHILDREN_SECONDS = 5;

  private Leftover() {}

  /// Ends all processes on the cluster and returns the variables that the next postmaster needs to
  /// ignore the file that is left.
  static Map<String, String> end(Cluster cluster) {
    // A postmaster that ends by itself removes its file, one that is killed leaves it.
    if (Files.notExists(cluster.files().resolve(PostmasterFile.NAME))) {
      return Map.of();
    }
    try {
      if (!ServerProcess.postmastersOf(cluster.files()).isEmpty()) {
        Shutdown.of(cluster);
      }
      endChildren(ServerProcess.childrenOf(cluster.files()));
      return disarmFile(cluster);
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "what an earlier PostgreSQL left in " + cluster.files() + " cannot be cleared away: "
              + e.getMessage(),
          e);
    }
  }

  /// Waits for children of a postmaster that was killed, which end by themselves once they finish
  /// their current work. Their writes to memory are lost already.
  private static void endChildren(List<ServerProcess> children) throws IOException {
    for (ServerProcess child : children) {
      if (!hasEnded(child.handle())) {
        child.handle().destroyForcibly();
        hasEnded(child.handle());
      }
    }
  }

  private static boolean hasEnded(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(CHILDREN_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// PostgreSQL takes any process with the id in its file for a postmaster, so another process
  /// that has since got that id would stop every start. It makes an exception for the id in this
  /// variable, and still checks that no process uses the shared memory, which it would not if we
  /// deleted the file. (`CreateLockFile` in `src/backend/utils/init/miscinit.c`.) It refuses a
  /// file without a process id, which a power cut can leave; we delete that one after checking
  /// that no postmaster runs.
  private static Map<String, String> disarmFile(Cluster cluster) throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.in(cluster.files());
    if (file.isEmpty()) {
      Files.deleteIfExists(cluster.files().resolve(PostmasterFile.NAME));
      return Map.of();
    }
    return Map.of("PG_GRANDPARENT_PID", Long.toString(file.get().pid()));
  }
}
