package org.vigie.server.scan;

import java.time.Instant;
import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.SignalType;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.CategoryKey;

/// A match as the scan found it; later changes of its bank or of the policy do not change it.
///
/// @param distance in the unit of the signal type
/// @param transform the turn by which the content matches; empty for digests
/// @param doubt the reasons against it
/// @param decision of the policy about it
public record ScanMatch(
    MatchedBank bank,
    MemberId member,
    SignalType signalType,
    int distance,
    Optional<Dihedral> transform,
    Doubt doubt,
    PolicyDecision decision,
    Discovery found) {
  /// The bank at that time.
  ///
  /// @param radius in the unit of the signal type; of no meaning to exact ones
  public record MatchedBank(
      BankId id, BankName name, CategoryKey category, int radius, boolean verified) {
    static MatchedBank of(Bank bank) {
      return new MatchedBank(
          bank.id(), bank.name(), bank.category(), bank.terms().radius(), bank.verified());
    }
  }

  /// The reasons against a match.
  ///
  /// @param disputed whether the member was disputed
  /// @param contradicted whether the content was as near to a known false positive
  public record Doubt(boolean disputed, boolean contradicted) {
    /// Returns whether there are any.
    public boolean exists() {
      return disputed || contradicted;
    }
  }

  /// When a match was found.
  ///
  /// @param retro whether a bank grew after the scan
  public record Discovery(Instant at, boolean retro) {}

  /// Returns whether the content is the member's, bit for bit; otherwise it is alike.
  public boolean isExact() {
    return signalType.scale().isExact();
  }

  public static ScanMatch of(Match match, Doubt doubt, PolicyDecision decision, Discovery found) {
    return new ScanMatch(
        MatchedBank.of(match.bank()),
        match.member(),
        match.type(),
        match.distance(),
        match.orientation(),
        doubt,
        decision,
        found);
  }
}
