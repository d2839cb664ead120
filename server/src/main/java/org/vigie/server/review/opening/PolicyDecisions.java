package org.vigie.server.review.opening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Resemblance;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.store.DecisionStore;

/// Records automatic decisions of the policy, in the transaction of the caller. Publishes:
/// [DecisionMade].
public final class PolicyDecisions {
  private final CaseOpening opening;
  private final DecisionStore decisions;
  private final Policies policies;
  private final ApplicationEventPublisher events;
  private final AccessLedger ledger;

  public PolicyDecisions(
      CaseOpening opening,
      DecisionStore decisions,
      Policies policies,
      ApplicationEventPublisher events,
      AccessLedger ledger) {
    this.opening = opening;
    this.decisions = decisions;
    this.policies = policies;
    this.events = events;
    this.ledger = ledger;
  }

  /// The ruling of a rule of the policy.
  ///
  /// @param how the content resembles known content
  public record Ruling(Resemblance how, PolicyRevision revision, ContentMeasure measure) {
    /// Returns the name of the rule: `child-sexual-abuse-material/exact`.
    String name(CategoryKey category) {
      return category.value() + "/" + how.word();
    }
  }

  /// Records a decision, unless it has been recorded.
  public void record(NewSource source, Ruling ruling) {
    opening.openDecided(source).ifPresent(id -> record(id, source, ruling));
  }

  private void record(CaseId id, NewSource source, Ruling ruling) {
    Instant at = source.source().at();
    Decision decision = new Decision(
        new DecisionId(UUID.randomUUID()),
        id,
        Stage.FIRST,
        new Decider.Rule(ruling.name(source.category()), ruling.revision()),
        verdict(source, ruling),
        at,
        at);
    decisions.insert(decision, DecisionStore.State.FINAL);
    ledger.record(new Caller.Vigie(), ReviewAct.POLICY_DECIDED_CASE, id.reference());
    events.publishEvent(new DecisionMade(decision.id()));
  }

  /// A rule of the policy is a clause of the terms. Only people say that a law is broken.
  private Verdict verdict(NewSource source, Ruling ruling) {
    Optional<Category> category =
        policies.find(ruling.revision()).flatMap(policy -> policy.find(source.category()));
    return new Verdict.Violation(
        source.category(),
        category.map(found -> found.dsaKeywords().stream().limit(1).toList()).orElse(List.of()),
        List.of(new Measure.OnContent(ruling.measure())),
        new LegalGround(false, source.category().value()),
        new Explanation.Match(ruling.how()));
  }
}
