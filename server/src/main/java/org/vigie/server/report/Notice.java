package org.vigie.server.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.policy.NoticeFinding;

/// A notice as it was received, and its outcome.
///
/// @param evidence its snapshot and attachments, sealed
/// @param duplicateOf an earlier notice about the same content for the same reason; both count, and
///     both reporters get the outcome
/// @param forgotten the parts that were deleted since
public record Notice(
    NoticeId id,
    Instant receivedAt,
    Origin origin,
    Claim claim,
    List<EvidenceId> evidence,
    Optional<NoticeId> duplicateOf,
    Progress progress,
    Forgotten forgotten) {
  public Notice {
    evidence = List.copyOf(evidence);
  }

  /// The parts of a notice that were deleted at the end of their term.
  ///
  /// @param reporter when name, address and mark of the sender were deleted
  /// @param content when its content was deleted; its places, explanation, evidence
  ///     and the sentence of its outcome are empty then
  public record Forgotten(Optional<Instant> reporter, Optional<Instant> content) {
    public static final Forgotten NOTHING = new Forgotten(Optional.empty(), Optional.empty());
  }

  /// The progress of a notice.
  public sealed interface Progress {
    /// It is undecided.
    record Open() implements Progress {}

    /// A person or a rule has decided.
    record Decided(Instant at, Outcome outcome) implements Progress {}
  }

  /// The outcome for the reporter.
  ///
  /// @param founded whether a measure was taken
  /// @param automated whether no person took part in the decision
  /// @param sentence for the reporter, in the language of the notice
  /// @param finding behind the sentence; empty for outcomes of before it was kept
  /// @param manifestlyUnfounded counts against a reporter who sends many such notices,
  ///     Regulation (EU) 2022/2065, Art. 23(2)
  public record Outcome(
      boolean founded,
      boolean automated,
      String sentence,
      Optional<NoticeFinding> finding,
      boolean manifestlyUnfounded) {
    /// Makes an outcome of which only the sentence is known.
    public Outcome(
        boolean founded, boolean automated, String sentence, boolean manifestlyUnfounded) {
      this(founded, automated, sentence, Optional.empty(), manifestlyUnfounded);
    }
  }
}
