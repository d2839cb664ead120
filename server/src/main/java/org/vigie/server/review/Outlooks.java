package org.vigie.server.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.store.DecisionStore;

/// Says what somebody should know before they decide a case. Threads: any.
final class Outlooks {
  private final DecisionStore decisions;
  private final Policies policies;
  private final Function<List<NoticeId>, Circumstances> circumstances;
  private final ReviewDesk.Surroundings around;

  /// @param circumstances what notices say of account and room
  Outlooks(
      DecisionStore decisions,
      Policies policies,
      Function<List<NoticeId>, Circumstances> circumstances,
      ReviewDesk.Surroundings around) {
    this.decisions = decisions;
    this.policies = policies;
    this.circumstances = circumstances;
    this.around = around;
  }

  /// Returns the policy that is in force.
  PolicyCatalogue policy() {
    return policies.current();
  }

  Outlook of(Case one) {
    return of(one, Optional.empty());
  }

  /// @param judge a lead, who is not told of decisions that wait for them to judge again
  Outlook of(Case one, Optional<PersonId> judge) {
    ReviewRules rules = policy().review();
    int days = rules.strikes().days();
    int strikes = decisions.strikes(one, around.now().minus(Duration.ofDays(days)), judge);
    return new Outlook(
        strikes,
        days,
        rules.strikes().recommended(one.category(), one.severity(), strikes),
        circumstances.apply(List.copyOf(one.notices())),
        rules.largeRoom());
  }
}
