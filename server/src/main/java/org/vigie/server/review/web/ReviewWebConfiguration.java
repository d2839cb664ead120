package org.vigie.server.review.web;

import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.Notices;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.viewing.CaseMedia;
import org.vigie.server.review.viewing.Viewings;
import org.vigie.server.scan.Scans;

/// Wires the pages of reviewers.
@Configuration(proxyBeanMethods = false)
class ReviewWebConfiguration {
  @Bean
  Wording wording(Policies policies, Messengers messengers, InstantSource clock) {
    return new Wording(policies, messengers, clock);
  }

  @Bean
  NoticeViews noticeViews(Notices notices, People people) {
    return new NoticeViews(notices, people);
  }

  @Bean
  SourceViews sourceViews(
      Scans scans, NoticeViews notices, Vault vault, CaseMedia media, Viewings viewings) {
    return new SourceViews(scans, notices, vault, media, viewings);
  }

  @Bean
  AccuracyViews accuracyViews(Accuracies accuracies, Flaggers flaggers, People people) {
    return new AccuracyViews(accuracies, flaggers, people);
  }

  @Bean
  AgreementViews agreementViews(Quality quality) {
    return new AgreementViews(quality);
  }

  @Bean
  QueueFigures queueFigures(Cases cases) {
    return new QueueFigures(cases);
  }

  @Bean
  TeamFigures teamFigures(Quality quality, People people) {
    return new TeamFigures(quality, people);
  }

  @Bean
  BulkViews bulkViews(Cases cases, Wording wording) {
    return new BulkViews(cases, wording);
  }

  @Bean
  CaseViews caseViews(SourceViews sources, People people, Wording wording, MessageSource messages) {
    return new CaseViews(sources, people, wording, new DecideForms(messages));
  }

  @Bean
  LedgerActs reviewActs() {
    return new ReviewActs();
  }

  @Bean
  EvidenceCases evidenceCases(CaseStore cases) {
    return new CasesOfEvidence(cases);
  }

  @Bean
  NavigationEntry reviewEntry() {
    return new NavigationEntry(
        Section.REVIEW, 10, "review.title", "/review", Permission.CASES_DECIDE);
  }

  @Bean
  NavigationEntry leadEntry() {
    return new NavigationEntry(
        Section.INSIGHTS, 10, "review.lead.title", "/review/lead", Permission.CASES_LEAD);
  }

  @Bean
  NavigationEntry qualityEntry() {
    return new NavigationEntry(
        Section.INSIGHTS,
        20,
        "review.quality.title",
        "/review/lead/quality",
        Permission.CASES_LEAD);
  }

  @Bean
  HomePanel casesPanel(Cases cases) {
    return new CasesPanel(cases);
  }
}
