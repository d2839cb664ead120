package org.vigie.server.review.keeping;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Notices;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;

/// Wires the retention of evidence.
@Configuration(proxyBeanMethods = false)
class ReviewKeepingConfiguration {
  @Bean
  EvidenceTerm evidenceTerm(
      Vault vault,
      DecisionStore decisions,
      CaseStore cases,
      Policies policies,
      Notices notices,
      InstantSource clock) {
    return new EvidenceTerm(vault, decisions, cases, policies, notices, clock);
  }
}
