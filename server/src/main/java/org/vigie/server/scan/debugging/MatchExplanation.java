package org.vigie.server.scan.debugging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.scan.Comparison.SilencedMatch;
import org.vigie.server.scan.MediaSignals;

/// Why content matches, or does not.
///
/// @param size of the file in bytes
/// @param near the nearest members, nearest first
public record MatchExplanation(
    long size, MediaSignals signals, BankRevision banks, List<Near> near) {
  public MatchExplanation {
    near = List.copyOf(near);
  }

  /// One member that is near.
  ///
  /// @param status empty if the member was added just now
  /// @param disabledUntil present while the member is disabled
  /// @param silencer present if the reason is [Reason#SILENCED]
  public record Near(
      Neighbour neighbour,
      Optional<MemberStatus> status,
      Optional<Instant> disabledUntil,
      Reason reason,
      Optional<SilencedMatch.Silencer> silencer) {}

  /// Whether a member that is near counts, and why not.
  public enum Reason {
    /// It is a match.
    COUNTS,
    /// The content is nearer to a known false positive.
    SILENCED,
    /// Its bank is switched off.
    BANK_OFF,
    /// The picture says too little for its bank.
    LOW_QUALITY,
    /// It is farther away than its bank allows.
    BEYOND_RADIUS,
    /// It is itself a known false positive.
    FALSE_POSITIVE,
    /// The member was withdrawn.
    WITHDRAWN,
    /// The flood guard has set the member aside.
    SET_ASIDE,
    /// The member is disabled until a moment.
    DISABLED,
    /// The member itself says too little for its bank, or has changed a moment ago.
    MEMBER_OFF
  }
}
