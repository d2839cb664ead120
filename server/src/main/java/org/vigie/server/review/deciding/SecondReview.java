package org.vigie.server.review.deciding;

import org.vigie.server.access.Independence;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.store.CorrectionStore;

/// Says whether a case needs a second reviewer, and whether two reviewers count as two.
/// Threads: any.
public final class SecondReview {
  private final Policies policies;
  private final Independence independence;
  private final CorrectionStore corrections;

  /// @param corrections knows who has opened a case again to change their own decision
  public SecondReview(Policies policies, Independence independence, CorrectionStore corrections) {
    this.policies = policies;
    this.independence = independence;
    this.corrections = corrections;
  }

  /// Returns whether a decision needs a second one, under the policy that it was made under.
  public boolean isWanted(Case subject, Decision decision) {
    PolicyCatalogue policy =
        policies.find(decision.decider().revision()).orElseGet(policies::current);
    return isWanted(policy, subject, decision.verdict());
  }

  /// Returns whether a decision bans somebody, and its maker changed their own by it: nobody
  /// does so alone.
  boolean isTerminalChange(Decision decision) {
    return decision.decider() instanceof Decider.Reviewer reviewer
        && decision.verdict().acting().stream().anyMatch(Measure::isTerminal)
        && corrections.hasChanged(reviewer.person(), decision.subject());
  }

  /// Returns whether a policy wants a second reviewer for the suspected or the found category.
  static boolean isWanted(PolicyCatalogue policy, Case subject, Verdict verdict) {
    return policy.review().of(subject.category()).secondReviewer()
        || verdict
            .violated()
            .filter(key -> policy.review().of(key).secondReviewer())
            .isPresent();
  }

  /// Returns whether two deciders are independent. Two people whom one administrator alone let
  /// in, less than a day ago, are not, and a lead decides then.
  boolean areTwo(Decider first, Decider second) {
    return !(first instanceof Decider.Reviewer one)
        || !(second instanceof Decider.Reviewer other)
        || independence.isBetween(one.person(), other.person());
  }
}
