package org.vigie.server.scan;

import java.time.Instant;
import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.CategoryKey;

/// A match as it was when a scan found it: what its bank or the policy become later does not
/// change it.
///
/// @param signalType by identifier: `pdq`
/// @param distance in the unit of the signal type
/// @param transform how the content has to be turned to match; empty for digests
/// @param doubt what speaks against it
/// @param decision what the policy said about it
public record ScanMatch(
    MatchedBank bank,
    MemberId member,
    String signalType,
    int distance,
    Optional<Dihedral> transform,
    Doubt doubt,
    PolicyDecision decision,
    Discovery found) {
  /// What the bank was.
  ///
  /// @param radius bits, for PDQ signals
  public record MatchedBank(
      BankId id, BankName name, CategoryKey category, int radius, boolean verified) {
    public static MatchedBank of(Bank bank) {
      return new MatchedBank(
          bank.id(), bank.name(), bank.category(), bank.terms().radius(), bank.verified());
    }
  }

  /// What speaks against a match.
  ///
  /// @param disputed whether somebody doubted the member
  /// @param contradicted whether the content was as near to a known false positive
  public record Doubt(boolean disputed, boolean contradicted) {
    /// Returns whether anything does.
    public boolean exists() {
      return disputed || contradicted;
    }
  }

  /// When a match was found.
  ///
  /// @param retro whether a bank grew after the scan
  public record Discovery(Instant at, boolean retro) {}

  public static ScanMatch of(Match match, Doubt doubt, PolicyDecision decision, Discovery found) {
    return new ScanMatch(
        MatchedBank.of(match.bank()),
        match.member(),
        match.type().id(),
        match.distance(),
        match.orientation(),
        doubt,
        decision,
        found);
  }
}
