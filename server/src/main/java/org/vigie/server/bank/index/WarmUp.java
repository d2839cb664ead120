package org.vigie.server.bank.index;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.index.SignalIndex;

/// Searches of made-up signals, so that the searches of the first callers are compiled already.
final class WarmUp {
  private static final Duration AT_MOST = Duration.ofMillis(500);
  private static final int BATCHES = 2_000;
  private static final int BATCH = 64;

  private WarmUp() {}

  /// Searches until it is worth it no more.
  static void run(SignalIndex signals) {
    if (signals.size() == 0) {
      return;
    }
    SplittableRandom random = new SplittableRandom(1);
    long end = System.nanoTime() + AT_MOST.toNanos();
    for (int batch = 0; batch < BATCHES && System.nanoTime() < end; batch++) {
      List<Signal> queries = Stream.generate(() -> madeUp(random)).limit(BATCH).toList();
      signals.findAll(queries, PdqSignal.DEFAULT_RADIUS);
    }
  }

  private static Signal madeUp(SplittableRandom random) {
    return new PdqSignal(
        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }
}
