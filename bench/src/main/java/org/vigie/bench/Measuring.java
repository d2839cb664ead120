package org.vigie.bench;

import java.time.Duration;
import org.vigie.bench.Stopwatch.Timing;
import picocli.CommandLine.Option;

/// How long every benchmark warms up and measures.
final class Measuring {
  /// Warm-up of a whole server, compared with that of one loop.
  private static final int SERVER_WARM_UPS = 4;

  @Option(
      names = "--seconds",
      defaultValue = "4",
      converter = AtLeastOne.class,
      description = "How long each measurement lasts, in seconds (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "3",
      description = "How long the same is done before each measurement, in seconds; by a server,"
          + " four times as long; 0 for no warm-up (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  /// Returns how long one measurement lasts.
  Duration length() {
    return Duration.ofSeconds(seconds);
  }

  /// Returns how long a server is kept busy before it is measured.
  Duration serverWarmUp() {
    return Duration.ofSeconds(warmUp).multipliedBy(SERVER_WARM_UPS);
  }

  Timing time(Runnable work) {
    return Stopwatch.time(warmUp * 1000L, seconds * 1000L, work);
  }
}
