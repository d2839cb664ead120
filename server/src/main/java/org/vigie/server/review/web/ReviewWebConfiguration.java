package org.vigie.server.review.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.People;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Notices;
import org.vigie.server.review.CaseMedia;
import org.vigie.server.review.Viewings;
import org.vigie.server.scan.Scans;

/// Wires the pages of reviewers.
@Configuration(proxyBeanMethods = false)
class ReviewWebConfiguration {
  @Bean
  Sources sources(Scans scans, Notices notices, Vault vault, CaseMedia media, Viewings viewings) {
    return new Sources(scans, notices, vault, media, viewings);
  }

  @Bean
  CaseViews caseViews(Sources sources, People people, Policies policies) {
    return new CaseViews(sources, people, policies);
  }
}
