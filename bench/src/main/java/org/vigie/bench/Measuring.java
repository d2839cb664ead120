package org.vigie.bench;

import java.time.Duration;
import org.vigie.bench.Stopwatch.Timing;
import picocli.CommandLine.Option;

/// How long every benchmark warms up and measures.
final class Measuring {
  private static final long WARM_UP_MILLIS = 3000;

  @Option(
      names = "--seconds",
      defaultValue = "4",
      converter = AtLeastOne.class,
      description = "How long each measurement lasts, in seconds (default: ${DEFAULT-VALUE}).")
  private int seconds;

  /// Returns how long one measurement lasts.
  Duration length() {
    return Duration.ofSeconds(seconds);
  }

  Timing time(Runnable work) {
    return Stopwatch.time(WARM_UP_MILLIS, seconds * 1000L, work);
  }
}
