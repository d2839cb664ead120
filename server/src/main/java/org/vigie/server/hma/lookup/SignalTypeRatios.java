package org.vigie.server.hma.lookup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.hma.store.RatioStore;
import org.vigie.server.hma.vocabulary.HmaSignalType;

/// The share of all look-ups that each signal type takes part in. A ratio that another process
/// sets counts here within a second. Threads: any.
public final class SignalTypeRatios {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final RatioStore store;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private volatile Read read = new Read(Map.of(), Instant.EPOCH);

  SignalTypeRatios(
      RatioStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Read(Map<String, Double> ratios, Instant at) {}

  /// Returns the ratio of a type, 0 to 1.
  public double of(HmaSignalType type) {
    Instant now = clock.instant();
    if (read.at().plus(FRESH).isBefore(now)) {
      read = new Read(store.all(), now);
    }
    return read.ratios().getOrDefault(type.word(), 1.0);
  }

  /// Returns whether a look-up with this coin compares the type.
  ///
  /// @param coin 0 (inclusive) to 1 (exclusive)
  public boolean takesPart(HmaSignalType type, double coin) {
    return of(type) > coin;
  }

  /// Sets the ratio of a type.
  public void set(HmaSignalType type, double ratio, Caller caller) {
    transactions.executeWithoutResult(_ -> {
      store.set(type.word(), ratio);
      ledger.record(
          caller, HmaAct.SIGNAL_TYPE_RATIO_SET, "signal-type:" + type.word(), "ratio=" + ratio);
    });
    read = new Read(store.all(), clock.instant());
  }
}
