package org.vigie.server.bank;

import java.util.Optional;

/// Counts the signals of the database and of the index, for monitoring. Counting takes some time
/// with many millions of signals. Threads: any.
public interface IndexStates {
  /// Returns the present state of the database.
  IndexState stored();

  /// Returns the state of the index; empty before it is loaded. While it catches up, which takes
  /// less than a second, its signals are counted as if it had.
  Optional<IndexState> current();
}
