package org.vigie.server.bank.index;

import java.util.Optional;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.IndexState;
import org.vigie.server.bank.IndexStates;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.store.SignalCounts;

/// Counts the signals in PostgreSQL for both states. Threads: any.
final class CountedIndex implements IndexStates {
  private final SignalCounts counts;
  private final KnownContent known;

  CountedIndex(SignalCounts counts, KnownContent known) {
    this.counts = counts;
    this.known = known;
  }

  @Override
  public IndexState stored() {
    return counts.now();
  }

  @Override
  public Optional<IndexState> current() {
    if (!known.isReady()) {
      return Optional.empty();
    }
    BankRevision revision = known.revision();
    return Optional.of(
        new IndexState(revision, counts.madeAt(revision), counts.now().signals()));
  }
}
