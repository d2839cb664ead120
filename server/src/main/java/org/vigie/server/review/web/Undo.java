package org.vigie.server.review.web;

import java.time.Duration;
import org.vigie.server.review.Cases;
import org.vigie.server.review.Decision;

/// A decision that somebody can still take back.
///
/// @param seconds until it is too late, begun ones counted whole
public record Undo(String decision, long seconds) {
  static Undo of(Decision decision, Cases cases) {
    return new Undo(decision.id().value().toString(), seconds(cases.left(decision)));
  }

  /// Returns how many seconds there are in a time, begun ones counted whole.
  static long seconds(Duration left) {
    return left.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
