package org.vigie.server.review.reversing;

import java.util.Optional;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.Decision;

/// A decision of a person, and its outcome.
///
/// @param notice the first notice of its case
public record OwnDecision(Decision decision, Life life, Optional<NoticeId> notice) {
  /// The outcome of a decision.
  public enum Life {
    /// Can still be taken back.
    REVOCABLE,
    /// A second reviewer or a lead decides, too.
    WAITS,
    /// Was one of several; another took effect.
    ONE_OF_SEVERAL,
    STANDS,
    /// A request to correct it waits for a second person.
    ASKED,
    /// No longer counts; others decided or decide the case.
    REVERSED,
    /// No longer counts; the same person decided or decides the case anew.
    CHANGED
  }
}
