package org.vigie.server.review.web;

import java.time.Duration;
import java.util.Optional;
import org.vigie.server.review.Decision;
import org.vigie.server.review.queueing.Cases;

/// A decision that can still be taken back.
///
/// @param subject its case
/// @param verdict in words
/// @param seconds until it is too late, begun ones counted whole
/// @param instead the case that the person got next, which is then released
public record Undo(
    String decision, long subject, String verdict, long seconds, Optional<Long> instead) {
  static Undo of(Decision decision, Cases cases, Optional<Long> instead, Words words) {
    return new Undo(
        decision.id().value().toString(),
        decision.subject().value(),
        words.verdict(decision.verdict()),
        seconds(cases.left(decision)),
        instead);
  }

  /// Returns how many seconds there are in a time, begun ones counted whole.
  static long seconds(Duration left) {
    return left.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
