package org.vigie.server.review.quality;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.store.QualityStore;
import org.vigie.server.review.store.WellnessStore;

/// Wires the measures of quality.
@Configuration(proxyBeanMethods = false)
class ReviewQualityConfiguration {
  @Bean
  Sampling sampling(QualityStore store, Policies policies) {
    return new Sampling(store, policies, new SecureRandom());
  }

  @Bean
  Quality quality(QualityStore store, WellnessStore exposure, CaseTransactions transactions) {
    return new Quality(store, exposure, transactions);
  }
}
