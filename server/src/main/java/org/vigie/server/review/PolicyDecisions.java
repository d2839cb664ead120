package org.vigie.server.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.review.store.DecisionStore;

/// Records what the policy decides by itself, as it does for what people decide. Within the
/// transaction of the caller.
final class PolicyDecisions {
  private static final String EXPLANATION =
      "Equal to content that people confirmed before as belonging to this category.";

  private final CaseOpening opening;
  private final DecisionStore decisions;
  private final Policies policies;
  private final Finalisation.Telling telling;
  private final AccessLedger ledger;

  PolicyDecisions(
      CaseOpening opening,
      DecisionStore decisions,
      Policies policies,
      Finalisation.Telling telling,
      AccessLedger ledger) {
    this.opening = opening;
    this.decisions = decisions;
    this.policies = policies;
    this.telling = telling;
    this.ledger = ledger;
  }

  /// What a rule of the policy says.
  ///
  /// @param name which rule: `child-sexual-abuse-material/exact`
  record Ruling(String name, PolicyRevision revision, Measure measure) {}

  /// Records a decision, unless it has been recorded.
  void record(NewSource source, Ruling ruling) {
    opening.openDecided(source).ifPresent(id -> record(id, source, ruling));
  }

  private void record(CaseId id, NewSource source, Ruling ruling) {
    Instant at = source.source().at();
    Decision decision = new Decision(
        new DecisionId(UUID.randomUUID()),
        id,
        Case.Stage.FIRST,
        new Decider.Rule(ruling.name(), ruling.revision()),
        verdict(source, ruling),
        at,
        at);
    decisions.insert(decision, DecisionStore.State.FINAL);
    ledger.record(new Caller.Vigie(), ReviewAct.POLICY_DECIDED_CASE, id.reference());
    telling.events().publishEvent(new DecisionMade(decision.id()));
  }

  /// A rule of the policy is a clause of the terms: that a law is broken, only people say.
  private Verdict verdict(NewSource source, Ruling ruling) {
    Optional<Category> category =
        policies.find(ruling.revision()).flatMap(policy -> policy.find(source.category()));
    return new Verdict.Violation(
        source.category(),
        category.map(found -> found.dsaKeywords().stream().limit(1).toList()).orElse(List.of()),
        List.of(new ScopedMeasure(
            ruling.measure().word(), ScopedMeasure.On.CONTENT, Optional.empty(), Set.of())),
        new Verdict.LegalGround(false, source.category().value()),
        EXPLANATION);
  }
}
