package org.vigie.server.review.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.bank.Members;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Alarm;
import org.vigie.server.frame.Finder;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.Waiting;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.Notices;
import org.vigie.server.review.CaseAnnex;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.queueing.AuthorityNotes;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.queueing.History;
import org.vigie.server.review.queueing.OwnWork;
import org.vigie.server.review.queueing.Queues;
import org.vigie.server.review.reversing.Corrections;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.FindStore;
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
      Scans scans,
      NoticeViews notices,
      Vault vault,
      CaseMedia media,
      Viewings viewings,
      Members members) {
    return new SourceViews(scans, notices, vault, media, viewings, members);
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
  QueueFigures queueFigures(Queues queues) {
    return new QueueFigures(queues);
  }

  @Bean
  TeamFigures teamFigures(Quality quality, People people) {
    return new TeamFigures(quality, people);
  }

  @Bean
  BulkViews bulkViews(Cases cases, Queues queues, Wording wording) {
    return new BulkViews(cases, queues, wording);
  }

  @Bean
  CaseViews caseViews(
      SourceViews sources,
      Wording wording,
      DecideForms forms,
      LifeViews lives,
      DangerViews dangers,
      RailViews rails,
      HistoryViews histories) {
    return new CaseViews(sources, wording, forms, lives, dangers, rails, histories);
  }

  @Bean
  DecideForms decideForms(MessageSource messages, History history) {
    return new DecideForms(messages, history);
  }

  @Bean
  LifeViews lifeViews(Corrections corrections, People people) {
    return new LifeViews(corrections, people);
  }

  @Bean
  DangerViews dangerViews(AuthorityNotes notes, Cases cases, MessageSource messages) {
    return new DangerViews(notes, cases, messages);
  }

  @Bean
  RailViews railViews(Desk desk, Notices notices, AccessLedger ledger) {
    return new RailViews(desk, notices, ledger);
  }

  @Bean
  HistoryViews historyViews(
      History history, People people, Wording wording, LifeViews lives, List<CaseAnnex> modules) {
    return new HistoryViews(history, people, wording, lives, modules);
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
        Section.REVIEW, 10, "review.navigation.queues", "/review", Permission.CASES_READ);
  }

  @Bean
  NavigationEntry bulkEntry() {
    return new NavigationEntry(
        Section.REVIEW, 40, "review.navigation.bulk", "/review/bulk", Permission.CASES_DECIDE);
  }

  @Bean
  NavigationEntry reviewSettingsEntry() {
    return new NavigationEntry(
        Section.REVIEW,
        50,
        "review.navigation.settings",
        "/review/settings",
        Permission.CASES_DECIDE);
  }

  @Bean
  NavigationEntry optOutsEntry() {
    return new NavigationEntry(
        Section.INSIGHTS,
        30,
        "review.navigation.opt-outs",
        "/review/lead/opt-outs",
        Permission.CASES_LEAD);
  }

  @Bean
  Finder findCases(FindStore store, Notices notices, Wording wording) {
    return new Finder(
        10, Permission.CASES_READ, "review.title", new CaseFinder(store, notices, wording));
  }

  @Bean
  Waiting heldCases(OwnWork work) {
    return new Waiting(
        10,
        Permission.CASES_DECIDE,
        "review.waiting.held",
        "/review",
        "/review",
        Viewer.counting(work::held));
  }

  @Bean
  Waiting openCases(OwnWork work) {
    return new Waiting(
        20,
        Permission.CASES_DECIDE,
        "review.waiting.open",
        "/review",
        "/review",
        Viewer.counting(work::open));
  }

  @Bean
  Waiting correctionsToAnswer(Corrections corrections) {
    return new Waiting(
        25,
        Permission.CASES_DECIDE,
        "review.waiting.corrections",
        "/review/corrections",
        "/review/corrections",
        Viewer.counting(person -> Waiting.Count.of(corrections.waitingFor(person))));
  }

  @Bean
  Waiting samples(OwnWork work) {
    return new Waiting(
        50,
        Permission.CASES_LEAD,
        "review.waiting.samples",
        "/review/lead/quality#samples",
        "/review/lead/quality",
        Viewer.counting(work::samples));
  }

  @Bean
  NavigationEntry decidedEntry() {
    return new NavigationEntry(
        Section.REVIEW, 20, "review.decided.title", "/review/decided", Permission.CASES_DECIDE);
  }

  @Bean
  NavigationEntry correctionsEntry() {
    return new NavigationEntry(
        Section.REVIEW,
        30,
        "review.corrections.title",
        "/review/corrections",
        Permission.CASES_READ);
  }

  @Bean
  NavigationEntry leadEntry() {
    return new NavigationEntry(
        Section.INSIGHTS, 10, "review.navigation.lead", "/review/lead", Permission.INSIGHTS_READ);
  }

  @Bean
  NavigationEntry qualityEntry() {
    return new NavigationEntry(
        Section.INSIGHTS,
        20,
        "review.quality.title",
        "/review/lead/quality",
        Permission.INSIGHTS_READ);
  }

  @Bean
  Alarm dangerAlarm(Cases cases) {
    return new DangerAlarm(cases);
  }

  @Bean
  HomePanel casesPanel(Queues queues) {
    return new CasesPanel(queues);
  }
}
