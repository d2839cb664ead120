package org.vigie.server.scan;

import java.util.List;
import java.util.Optional;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.Neighbour;

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
  /// @param status empty if the member is too young to be read
  /// @param silencer where the reason is [Reason#SILENCED]
  public record Near(
      Neighbour neighbour,
      Optional<MemberStatus> status,
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
    /// The member is switched off for a time.
    MEMBER_OFF
  }
}
