package org.vigie.server.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.Surface;
import org.vigie.server.bank.Match;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Resemblance;
import org.vigie.server.policy.Severity;
import org.vigie.server.scan.ScanMatch.Doubt;

/// The decision of one revision of the policy about a match.
///
/// @param severity empty if the revision does not know the bank's category
/// @param confirmation whether the measure is taken at once or needs a person
public record PolicyDecision(
    PolicyRevision revision,
    Optional<Severity> severity,
    ContentMeasure measure,
    Confirmation confirmation) {
  /// The gravest first; among equally grave ones the one that needs no person.
  static final Comparator<PolicyDecision> BY_GRAVITY = Comparator.comparing(
          (PolicyDecision decision) ->
              decision.severity.map(severity -> severity.ordinal() + 1).orElse(0))
      .thenComparing(PolicyDecision::measure)
      .thenComparing(PolicyDecision::confirmation, Comparator.reverseOrder())
      .reversed();

  /// Returns the decision about a match. A category that the revision does not know has no measure,
  /// so a person has to look.
  public static PolicyDecision of(
      Match match, Doubt doubt, PolicyCatalogue policy, Surface surface) {
    return policy
        .find(match.bank().category())
        .map(category -> new PolicyDecision(
            policy.revision(),
            Optional.of(category.severity()),
            category.measures().getOrDefault(surface, ContentMeasure.NONE),
            confirmation(match, doubt, category)))
        .orElseGet(() -> new PolicyDecision(
            policy.revision(), Optional.empty(), ContentMeasure.NONE, Confirmation.HUMAN));
  }

  /// A measure is automatic only if the bank's members are verified, there is no doubt about the
  /// match, and the category says so for this kind of signal.
  private static Confirmation confirmation(Match match, Doubt doubt, Category category) {
    if (!match.bank().verified() || doubt.exists()) {
      return Confirmation.HUMAN;
    }
    return category.confirmation(resemblance(match));
  }

  private static Resemblance resemblance(Match match) {
    return match.type().scale().isExact() && match.distance() == 0
        ? Resemblance.IDENTICAL
        : Resemblance.SIMILAR;
  }

  /// Returns the decision about content with these matches: the gravest of their decisions.
  public static Optional<PolicyDecision> of(List<ScanMatch> matches) {
    return matches.stream().map(ScanMatch::decision).min(BY_GRAVITY);
  }
}
