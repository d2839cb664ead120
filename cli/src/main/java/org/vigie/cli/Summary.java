package org.vigie.cli;

import java.time.Duration;
import java.util.Locale;

/// The closing line of a run, for people.
final class Summary {
  private final Console console;
  private final long start = System.nanoTime();

  Summary(Console console) {
    this.console = console;
  }

  /// Prints one line of counts.
  ///
  /// @param found the clause about matches, with its comma, or nothing
  void print(Tally tally, String found) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
    console
        .err()
        .printf(
            Locale.ROOT,
            "%s, %s%,d failed, %.1f s%n",
            count(tally.files(), "file"),
            found,
            tally.failures(),
            seconds);
    console.err().flush();
  }

  /// Returns a number and its noun: `1 file`, `2 files`, `3 matches`.
  static String count(long number, String noun) {
    String plural = noun.endsWith("ch") ? noun + "es" : noun + "s";
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
  }
}
