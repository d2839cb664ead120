package org.vigie.server.review.web;

import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.People;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.Notices;
import org.vigie.server.review.CaseMedia;
import org.vigie.server.review.Cases;
import org.vigie.server.review.Viewings;
import org.vigie.server.scan.Scans;

/// Wires the pages of reviewers.
@Configuration(proxyBeanMethods = false)
class ReviewWebConfiguration {
  @Bean
  Wording wording(Policies policies, InstantSource clock) {
    return new Wording(policies, clock);
  }

  @Bean
  NoticeViews noticeViews(Notices notices, People people) {
    return new NoticeViews(notices, people);
  }

  @Bean
  Sources sources(
      Scans scans, NoticeViews notices, Vault vault, CaseMedia media, Viewings viewings) {
    return new Sources(scans, notices, vault, media, viewings);
  }

  @Bean
  AccuracyViews accuracyViews(Accuracies accuracies, Flaggers flaggers, People people) {
    return new AccuracyViews(accuracies, flaggers, people);
  }

  @Bean
  BulkViews bulkViews(Cases cases, Wording wording) {
    return new BulkViews(cases, wording);
  }

  @Bean
  CaseViews caseViews(Sources sources, People people, Wording wording, MessageSource messages) {
    return new CaseViews(sources, people, wording, new DecideForms(messages));
  }
}
