package org.vigie.server.scan.comparing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.connector.Surface;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.scan.Comparison.SilencedMatch;
import org.vigie.server.scan.PolicyDecision;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.ScanMatch.Discovery;
import org.vigie.server.scan.ScanMatch.Doubt;

/// Judges the matches of one scan by one revision of the policy.
///
/// @param surface where the content was shared
public record Judging(PolicyCatalogue policy, Surface surface, Discovery found) {
  /// The matches of one scan, as the policy judges them.
  public record Judged(List<ScanMatch> matches, List<SilencedMatch> silenced) {}

  public Judged judge(Findings.Found found) {
    Set<MemberId> contradicted = found.contradicted().stream()
        .map(each -> each.match().member())
        .collect(Collectors.toSet());
    return new Judged(
        found.matches().stream()
            .map(match -> judge(match, contradicted.contains(match.member())))
            .toList(),
        found.silenced().stream().map(this::judge).toList());
  }

  private ScanMatch judge(Match match, boolean contradicted) {
    Doubt doubt = new Doubt(match.disputed(), contradicted);
    return ScanMatch.of(match, doubt, PolicyDecision.of(match, doubt, policy, surface), found);
  }

  private SilencedMatch judge(Findings.Silenced silenced) {
    return new SilencedMatch(judge(silenced.match(), false), SilencedMatch.Silencer.of(silenced));
  }
}
