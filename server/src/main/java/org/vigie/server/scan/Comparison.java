package org.vigie.server.scan;

import java.util.List;
import java.util.Optional;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.PolicyRevision;

/// The result of comparing the signals of one scan with all banks.
///
/// @param banks the revision they were compared with, at least
/// @param policy by which the matches were judged
/// @param gap why the picture was not compared, if it was not; digests always are
public record Comparison(
    BankRevision banks,
    PolicyRevision policy,
    Optional<ScanOutcome.Cause> gap,
    List<ScanMatch> matches,
    List<SilencedMatch> silenced) {
  public Comparison {
    matches = List.copyOf(matches);
    silenced = List.copyOf(silenced);
  }

  /// Returns the outcome: a match counts whether or not everything could be compared.
  public ScanOutcome outcome() {
    if (!matches.isEmpty()) {
      return new ScanOutcome.Matched(banks, matches);
    }
    return gap.<ScanOutcome>map(cause -> new ScanOutcome.Unscannable(banks, cause))
        .orElseGet(() -> new ScanOutcome.Clear(banks));
  }

  /// Returns the decision of the policy; empty if nothing matches.
  public Optional<PolicyDecision> decision() {
    return PolicyDecision.of(matches);
  }

  /// Returns the comparison as the scan was answered, without the matches found since.
  public Comparison first() {
    return new Comparison(
        banks,
        policy,
        gap,
        matches.stream().filter(match -> !match.found().retro()).toList(),
        silenced.stream().filter(each -> !each.match().found().retro()).toList());
  }

  /// A match that does not count, as the content is at least as near to a known false positive.
  public record SilencedMatch(ScanMatch match, Silencer by) {
    /// The known false positive.
    ///
    /// @param distance of the content from it, in the unit of the signal type
    public record Silencer(BankName bank, MemberId member, int distance) {
      public static Silencer of(Findings.Silenced silenced) {
        return new Silencer(
            silenced.by().bank().name(), silenced.by().member(), silenced.by().distance());
      }
    }
  }
}
