package org.vigie.server.review.deciding;

import java.time.Instant;
import org.vigie.server.review.cases.Case;

/// How claiming a case ended.
public sealed interface ClaimOutcome {
  /// The reviewer holds it.
  ///
  /// @param until when the lock ends unless it is renewed
  record Claimed(Case claimed, Instant until) implements ClaimOutcome {}

  /// No case waits that this person may decide.
  record NothingWaits() implements ClaimOutcome {}

  /// Another person holds it, or it is decided.
  record Taken() implements ClaimOutcome {}

  /// The person reported it, or decided it before.
  record Conflict() implements ClaimOutcome {}

  /// The person has seen as much harm as they should; a break is due.
  record BreakDue(Instant until) implements ClaimOutcome {}
}
