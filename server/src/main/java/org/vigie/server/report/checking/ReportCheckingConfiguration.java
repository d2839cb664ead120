package org.vigie.server.report.checking;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.policy.Policies;

/// Wires the check of notices.
@Configuration(proxyBeanMethods = false)
class ReportCheckingConfiguration {
  @Bean
  ClaimCheck claimCheck(Policies policies) {
    return new ClaimCheck(policies);
  }
}
