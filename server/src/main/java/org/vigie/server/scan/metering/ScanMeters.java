package org.vigie.server.scan.metering;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanOutcome;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.store.RetroProgress;

/// Counts and times scans and look-ups by outcome, and reports the progress of the retro-match.
/// Described in `docs/operations.md`. Threads: any.
public final class ScanMeters {
  private static final String FAILED = "failed";
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final Counter compared;
  private final Counter foundLater;
  private volatile RetroProgress progress = RetroProgress.NONE;

  ScanMeters(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.compared = registry.counter("vigie.retro.compared");
    this.foundLater = registry.counter("vigie.retro.matches");
    Gauge.builder("vigie.retro.left", () -> progress.left()).register(registry);
    Gauge.builder("vigie.retro.lag", () -> progress.lag(clock.instant()).toSeconds())
        .baseUnit("seconds")
        .register(registry);
  }

  public void count(Scan scan) {
    registry
        .counter(
            "vigie.scans",
            "outcome",
            scan.outcome().word(),
            "cause",
            scan.comparison().gap().map(ScanOutcome.Cause::key).orElse("none"),
            "surface",
            scan.subject().surface().word())
        .increment();
  }

  /// Times the scanning of one submission.
  public ScanReply timeScan(Supplier<ScanReply> work) {
    return time("vigie.scan.duration", work, ScanMeters::outcome);
  }

  private static String outcome(ScanReply reply) {
    return switch (reply) {
      case ScanReply.Answered(Scan scan) -> scan.outcome().word();
      case ScanReply.SurfaceRefused _, ScanReply.KeyReused _ -> "refused";
    };
  }

  /// Times a look-up.
  ///
  /// @param matched whether it found anything
  public <T> T timeLookup(Supplier<T> work, Predicate<T> matched) {
    return time("vigie.lookup.duration", work, found -> matched.test(found) ? "matched" : "clear");
  }

  private <T> T time(String name, Supplier<T> work, Function<T, String> outcome) {
    Timer.Sample sample = Timer.start(registry);
    String ending = FAILED;
    try {
      T value = work.get();
      ending = outcome.apply(value);
      return value;
    } finally {
      sample.stop(Timer.builder(name)
          .tag("outcome", ending)
          .serviceLevelObjectives(BUCKETS)
          .register(registry));
    }
  }

  public void countCompared(int scans) {
    compared.increment(scans);
  }

  public void countFoundLater(int matches) {
    foundLater.increment(matches);
  }

  /// Notes the progress of the retro-match.
  public void note(RetroProgress read) {
    progress = read;
  }
}
