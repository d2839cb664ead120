package org.vigie.server.review.quality;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.Decision;
import org.vigie.server.review.Stage;
import org.vigie.server.review.store.QualityStore;

/// Samples decisions for a lead to judge again.
public record Sampling(QualityStore store, Policies policies, RandomGenerator random) {
  private static final int ALL = 100;

  /// Samples a decision at the rate of the current policy, in the transaction that makes it
  /// final. Decisions of leads about cases on which two reviewers differ are never sampled.
  public void consider(Decision decision, Instant now) {
    if (decision.stage() != Stage.LEAD
        && random.nextInt(ALL) < policies.current().review().qualitySample()) {
      store.choose(decision.id(), now);
    }
  }
}
