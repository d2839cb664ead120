package org.vigie.server.review.deciding;

import java.util.Optional;
import org.vigie.server.policy.Measure;
import org.vigie.server.review.Verdict;

/// A verdict as a reviewer submits it.
///
/// @param version of the case that they saw
/// @param confirmed [Impact#mark] of the impact that they confirmed a second time
/// @param waiver why they have not looked at the media
public record Ruling(
    long version, Verdict verdict, Optional<String> confirmed, Optional<LookWaiver> waiver) {
  /// Makes a ruling on a case that calls for no caution.
  public static Ruling plain(long version, Verdict verdict) {
    return new Ruling(version, verdict, Optional.empty(), Optional.empty());
  }

  /// Returns whether it closes an account or a room for good.
  boolean isTerminal() {
    return verdict.acting().stream().anyMatch(Measure::isTerminal);
  }
}
