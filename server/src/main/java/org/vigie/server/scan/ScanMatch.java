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
/// @param disputed whether somebody doubted the member
/// @param decision what the policy said about it
public record ScanMatch(
    MatchedBank bank,
    MemberId member,
    String signalType,
    int distance,
    Optional<Dihedral> transform,
    boolean disputed,
    PolicyDecision decision,
    Discovery found) {
  /// What the bank was.
  ///
  /// @param radius bits, for PDQ signals
  public record MatchedBank(
      BankId id, BankName name, CategoryKey category, int radius, boolean verified) {
    static MatchedBank of(Bank bank) {
      return new MatchedBank(
          bank.id(), bank.name(), bank.category(), bank.terms().radius(), bank.verified());
    }
  }

  /// When a match was found.
  ///
  /// @param retro whether a bank grew after the scan
  public record Discovery(Instant at, boolean retro) {}

  static ScanMatch of(Match match, PolicyDecision decision, Discovery found) {
    return new ScanMatch(
        MatchedBank.of(match.bank()),
        match.member(),
        match.type().id(),
        match.distance(),
        match.orientation(),
        match.disputed(),
        decision,
        found);
  }
}
