package org.vigie.server.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.bank.Match;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.Surface;
import org.vigie.server.scan.ScanMatch.Doubt;

/// What a revision of the policy says about a match.
///
/// @param severity empty if the revision does not know the bank's category
/// @param confirmation whether the measure is taken at once or waits for a person
public record PolicyDecision(
    PolicyRevision revision,
    Optional<Severity> severity,
    Measure measure,
    Confirmation confirmation) {
  /// The gravest first; of equally grave ones that which needs no person.
  static final Comparator<PolicyDecision> BY_GRAVITY = Comparator.comparing(
          (PolicyDecision decision) ->
              decision.severity.map(severity -> severity.ordinal() + 1).orElse(0))
      .thenComparing(PolicyDecision::measure)
      .thenComparing(PolicyDecision::confirmation, Comparator.reverseOrder())
      .reversed();

  /// Returns what is said about a match. A category that the revision does not know has no
  /// measure, so a person has to look.
  public static PolicyDecision of(
      Match match, Doubt doubt, PolicyCatalogue policy, Surface surface) {
    return policy
        .find(match.bank().category())
        .map(category -> new PolicyDecision(
            policy.revision(),
            Optional.of(category.severity()),
            category.measures().getOrDefault(surface, Measure.NONE),
            confirmation(match, doubt, category)))
        .orElseGet(() -> new PolicyDecision(
            policy.revision(), Optional.empty(), Measure.NONE, Confirmation.HUMAN));
  }

  /// Nothing is automatic unless people whom we trust have confirmed the bank's members, nothing
  /// speaks against this match, and the category says so for this kind of signal.
  private static Confirmation confirmation(Match match, Doubt doubt, Category category) {
    if (!match.bank().verified() || doubt.exists()) {
      return Confirmation.HUMAN;
    }
    return isEqualDigest(match) ? category.exact() : category.perceptual();
  }

  private static boolean isEqualDigest(Match match) {
    return match.type() instanceof DigestType && match.distance() == 0;
  }

  /// Returns what is said about content with these matches: the gravest of what is said about
  /// each.
  public static Optional<PolicyDecision> of(List<ScanMatch> matches) {
    return matches.stream().map(ScanMatch::decision).min(BY_GRAVITY);
  }
}
