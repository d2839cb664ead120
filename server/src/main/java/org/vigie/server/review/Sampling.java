package org.vigie.server.review;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.store.QualityStore;

/// Chooses by chance which decisions a lead judges again.
record Sampling(QualityStore store, RandomGenerator random) {
  private static final int ALL = 100;

  /// Within the transaction that makes the decision final. What a lead decided because two
  /// others differ has been judged often enough.
  void consider(Decision decision, PolicyCatalogue policy, Instant now) {
    if (decision.stage() != Case.Stage.LEAD
        && random.nextInt(ALL) < policy.review().qualitySample()) {
      store.choose(decision.id(), now);
    }
  }
}
