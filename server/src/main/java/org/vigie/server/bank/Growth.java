package org.vigie.server.bank;

import java.util.Optional;

/// Gathers the signals that changes of banks made match, so that stored content can be compared
/// again with just those. Threads: any; waits for the database.
public interface Growth {
  /// Gathers the signals that can make content match anew: those of members that began to match,
  /// and of known false positives that ceased to silence, with the changes after one revision and
  /// up to another.
  ///
  /// @param upTo a revision that is committed
  /// @param mostSignals the most signals to gather, as they are held in memory
  /// @return empty if there are more
  Optional<GrownContent> gather(BankRevision after, BankRevision upTo, long mostSignals);
}
