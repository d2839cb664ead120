package org.vigie.server.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;

/// A notice as it was received, and what became of it.
///
/// @param evidence its snapshot and attachments, sealed
/// @param duplicateOf an earlier notice that tells of the same content for the same reason; both
///     count, and both are told
/// @param forgotten what it does not say any more
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

  /// What was deleted of a notice, in time.
  ///
  /// @param reporter since when it is not known who sent it
  /// @param content since when it is not known what it said; its places, explanation, evidence
  ///     and the sentence of its outcome are empty then
  public record Forgotten(Optional<Instant> reporter, Optional<Instant> content) {
    public static final Forgotten NOTHING = new Forgotten(Optional.empty(), Optional.empty());
  }

  /// What became of a notice.
  public sealed interface Progress {
    /// Nobody has decided yet.
    record Open() implements Progress {}

    /// Somebody, or a rule, has decided.
    record Decided(Instant at, Outcome outcome) implements Progress {}
  }

  /// What the reporter is told.
  ///
  /// @param founded whether a measure was taken
  /// @param automated whether no person took part in the decision
  /// @param sentence for the reporter, in the language of the notice
  /// @param manifestlyUnfounded counts against whoever sends many such, Regulation (EU)
  ///     2022/2065, Art. 23(2)
  public record Outcome(
      boolean founded, boolean automated, String sentence, boolean manifestlyUnfounded) {}
}
