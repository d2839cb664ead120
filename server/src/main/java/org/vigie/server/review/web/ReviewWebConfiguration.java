package org.vigie.server.review.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.People;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Notices;
import org.vigie.server.scan.Scans;

/// Wires the pages of reviewers.
@Configuration(proxyBeanMethods = false)
class ReviewWebConfiguration {
  @Bean
  CaseViews caseViews(Scans scans, Notices notices, Vault vault, People people, Policies policies) {
    Sources sources = new Sources(scans, notices, vault);
    return new CaseViews(sources, people, policies);
  }
}
