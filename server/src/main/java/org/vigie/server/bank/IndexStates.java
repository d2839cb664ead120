package org.vigie.server.bank;

import java.util.Optional;

/// Tells what the database holds and what the index has, for monitoring. Counting takes some time
/// with many millions of signals. Threads: any.
public interface IndexStates {
  /// Returns what the database holds now.
  IndexState stored();

  /// Returns what the index has; empty before it is loaded. While it catches up, which takes
  /// less than a second, its signals are counted as if it had.
  Optional<IndexState> current();
}
