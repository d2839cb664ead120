package org.vigie.server.scan.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The progress of the retro-match.
///
/// @param underWay whether a pass over the kept scans is under way
/// @param left about how many scans are left to compare
/// @param behindSince the time of the oldest growth that some kept scan was not yet compared with;
///     empty if there is none
public record RetroProgress(boolean underWay, long left, Optional<Instant> behindSince) {
  public static final RetroProgress NONE = new RetroProgress(false, 0, Optional.empty());

  /// Returns how long growth has waited at most.
  public Duration lag(Instant now) {
    return behindSince.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
  }
}
