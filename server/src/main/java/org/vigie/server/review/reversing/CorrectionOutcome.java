package org.vigie.server.review.reversing;

/// How an act on a correction ended.
public sealed interface CorrectionOutcome {
  /// The decision no longer counts, and its case is open again.
  record Done(Correction correction) implements CorrectionOutcome {}

  /// A second person has to agree, because a ban or another terminal measure would be lifted.
  record Waits(Correction correction) implements CorrectionOutcome {}

  /// The decision stands: the request was declined or withdrawn.
  record Stands(Correction correction) implements CorrectionOutcome {}

  /// There is no reason, or a too long one; nothing has changed.
  record NoReason() implements CorrectionOutcome {}

  /// The decision is not in force, or a request about it waits; nothing has changed.
  record Late() implements CorrectionOutcome {}

  /// The person has to rest before they hold another case; nothing has changed.
  record BreakDue() implements CorrectionOutcome {}

  /// This person may not do so; nothing has changed.
  record NotAllowed() implements CorrectionOutcome {}
}
