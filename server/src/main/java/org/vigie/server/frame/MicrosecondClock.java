package org.vigie.server.frame;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// A clock that ticks in microseconds, as PostgreSQL stores times: a time read from the database
/// equals the written one. Threads: any.
///
/// @param source gives the exact time
public record MicrosecondClock(InstantSource source) implements InstantSource {
  /// Returns the system's clock.
  public static InstantSource system() {
    return new MicrosecondClock(InstantSource.system());
  }

  /// Cuts a time that came from outside down to microseconds.
  public static Instant floor(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Instant instant() {
    return floor(source.instant());
  }
}
