package org.vigie.server.review.deciding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.store.DecisionStore;

/// Gathers the facts that a reviewer should know before deciding a case. Threads: any.
public final class Outlooks {
  private final DecisionStore decisions;
  private final Policies policies;
  private final Function<List<NoticeId>, Circumstances> circumstances;
  private final InstantSource clock;

  /// @param circumstances reads the facts that notices state about account and room
  public Outlooks(
      DecisionStore decisions,
      Policies policies,
      Function<List<NoticeId>, Circumstances> circumstances,
      InstantSource clock) {
    this.decisions = decisions;
    this.policies = policies;
    this.circumstances = circumstances;
    this.clock = clock;
  }

  /// Returns the policy that is in force.
  public PolicyCatalogue policy() {
    return policies.current();
  }

  public Outlook of(Case one) {
    return of(one, Optional.empty());
  }

  /// Returns the outlook of a case for one viewer.
  ///
  /// @param judge a lead, from whom decisions that they have yet to judge again are hidden
  public Outlook of(Case one, Optional<PersonId> judge) {
    ReviewRules rules = policy().review();
    int days = rules.strikes().days();
    Instant since = clock.instant().minus(Duration.ofDays(days));
    int strikes = decisions.strikes(one, since, judge, rules.dangers());
    return new Outlook(
        strikes,
        days,
        rules.strikes().recommended(one.category(), one.route().severity(), strikes),
        circumstances.apply(List.copyOf(one.material().notices())),
        rules.largeRoom());
  }
}
