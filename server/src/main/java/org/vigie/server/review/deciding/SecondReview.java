package org.vigie.server.review.deciding;

import org.vigie.server.access.Independence;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;

/// Says whether a case needs a second reviewer, and whether two reviewers count as two.
/// Threads: any.
public final class SecondReview {
  private final Policies policies;
  private final Independence independence;

  public SecondReview(Policies policies, Independence independence) {
    this.policies = policies;
    this.independence = independence;
  }

  /// Returns whether a decision needs a second one, under the policy that it was made under.
  boolean isWanted(Case subject, Decision decision) {
    PolicyCatalogue policy =
        policies.find(decision.decider().revision()).orElseGet(policies::current);
    return isWanted(policy, subject, decision.verdict());
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
