package org.vigie.server.bank;

import java.util.Optional;
import org.vigie.server.bank.store.SignalCounts;

/// Says what the database holds and what the index has, for those who watch both. Counting takes
/// some time with many millions of signals. Threads: any.
public final class IndexStates {
  private final SignalCounts counts;
  private final KnownContent known;

  IndexStates(SignalCounts counts, KnownContent known) {
    this.counts = counts;
    this.known = known;
  }

  /// Returns what the database holds now.
  public IndexState stored() {
    return counts.now();
  }

  /// Returns what the index has; empty before it is loaded. While it catches up, which takes
  /// less than a second, its signals are counted as if it had.
  public Optional<IndexState> current() {
    if (!known.isReady()) {
      return Optional.empty();
    }
    BankRevision revision = known.revision();
    return Optional.of(
        new IndexState(revision, counts.madeAt(revision), counts.now().signals()));
  }
}
