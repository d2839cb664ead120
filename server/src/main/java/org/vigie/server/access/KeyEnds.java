package org.vigie.server.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Ends of keys as people give them: the last day on which a key counts, in UTC.
public final class KeyEnds {
  private static final Instant TOO_FAR = Instant.parse("2200-01-01T00:00:00Z");

  private KeyEnds() {}

  /// Returns the last day on which a key counts that ends at a moment, in UTC.
  static LocalDate lastDay(Instant end) {
    return LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC);
  }

  /// Returns the moment after that day; empty if the text is no day (`2027-03-01`) or that moment
  /// has come.
  public static Optional<Instant> after(String day, Instant now) {
    try {
      return Optional.of(
              LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
          .filter(now::isBefore)
          .filter(end -> end.isBefore(TOO_FAR));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
