package org.vigie.server.review;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Independence;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.bank.Members;
import org.vigie.server.evidence.EvidenceCases;
import org.vigie.server.evidence.Renditions;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Notices;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CaseStore.Claimant;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.FilterStore;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.store.OpeningStore;
import org.vigie.server.review.store.OptOutStore;
import org.vigie.server.review.store.QualityStore;
import org.vigie.server.review.store.ReopeningStore;
import org.vigie.server.review.store.ViewingStore;
import org.vigie.server.review.store.WellnessStore;
import org.vigie.server.scan.Scans;

/// Wires cases and decisions.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReviewSettings.class, ViewingSettings.class})
class ReviewConfiguration {
  /// The threads that facts of other modules are worked on by: few, so that a retro-match that
  /// finds a great deal leaves the database to those who wait for an answer.
  static final String EVENTS = "reviewEvents";

  private static final int EVENT_THREADS = 2;

  @Bean(name = EVENTS, defaultCandidate = false)
  ThreadPoolTaskExecutor reviewEvents() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setThreadNamePrefix("review-events-");
    executor.setCorePoolSize(EVENT_THREADS);
    executor.setMaxPoolSize(EVENT_THREADS);
    executor.setDaemon(true);
    return executor;
  }

  @Bean
  OpeningStore openingStore(JdbcClient jdbc) {
    return new OpeningStore(jdbc);
  }

  @Bean
  CaseStore caseStore(JdbcClient jdbc) {
    return new CaseStore(jdbc);
  }

  @Bean
  DecisionStore decisionStore(JdbcClient jdbc) {
    return new DecisionStore(jdbc);
  }

  @Bean
  ReviewDesk.Surroundings reviewSurroundings(
      ReviewSettings settings,
      AccessLedger ledger,
      Wellness wellness,
      Independence independence,
      EvidenceTerm term,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    return new ReviewDesk.Surroundings(
        settings,
        ledger,
        wellness,
        independence,
        term,
        clock,
        new TransactionTemplate(transactions));
  }

  @Bean
  WellnessStore wellnessStore(JdbcClient jdbc) {
    return new WellnessStore(jdbc);
  }

  @Bean
  QualityStore qualityStore(JdbcClient jdbc) {
    return new QualityStore(jdbc);
  }

  @Bean
  Quality quality(QualityStore store, WellnessStore exposure, ReviewDesk.Surroundings around) {
    return new Quality(store, exposure, around);
  }

  @Bean
  Wellness wellness(WellnessStore store, ReviewSettings settings) {
    return new Wellness(store, settings.exposure());
  }

  @Bean
  OwnFilters ownFilters(JdbcClient jdbc) {
    return new OwnFilters(new FilterStore(jdbc));
  }

  @Bean
  OptOuts optOuts(JdbcClient jdbc, ReviewDesk.Surroundings around) {
    return new OptOuts(new OptOutStore(jdbc), around);
  }

  @Bean
  Viewings viewings(JdbcClient jdbc, ViewingSettings settings) {
    return new Viewings(new ViewingStore(jdbc), settings);
  }

  @Bean
  NextStore nextStore(JdbcClient jdbc) {
    return new NextStore(jdbc);
  }

  @Bean
  CaseAccess caseAccess(
      CaseStore cases, NextStore next, QualityStore quality, Reviewers reviewers) {
    return new CaseAccess(cases, next, quality, reviewers);
  }

  @Bean
  CaseMedia caseMedia(
      CaseAccess access,
      Grants grants,
      Vault vault,
      Renditions renditions,
      Viewings viewings,
      ReviewDesk.Surroundings around) {
    return new CaseMedia(access, grants, vault, renditions, viewings, around);
  }

  @Bean
  Reviewers reviewers(People people) {
    return (id, spared) -> {
      Person person = people
          .find(id)
          .orElseThrow(() -> new IllegalArgumentException("nobody has this identifier"));
      boolean lead = person.permissions().contains(Permission.CASES_LEAD);
      return new Claimant(id, person.organisation(), lead, spared);
    };
  }

  @Bean
  CaseFileStore caseFileStore(JdbcClient jdbc) {
    return new CaseFileStore(jdbc);
  }

  @Bean
  Cases cases(
      CaseAccess access,
      DecisionStore decisions,
      CaseFileStore files,
      Outlooks outlooks,
      ReviewDesk.Surroundings around) {
    return new Cases(access, decisions, files, outlooks, around);
  }

  @Bean
  Outlooks outlooks(
      DecisionStore decisions, Policies policies, Notices notices, ReviewDesk.Surroundings around) {
    return new Outlooks(decisions, policies, notices::circumstances, around);
  }

  @Bean
  LedgerActs reviewActs() {
    return new ReviewActs();
  }

  @Bean
  NavigationEntry reviewEntry() {
    return new NavigationEntry(10, "review.title", "/review", Permission.CASES_DECIDE);
  }

  @Bean
  NavigationEntry leadEntry() {
    return new NavigationEntry(12, "review.lead.title", "/review/lead", Permission.CASES_LEAD);
  }

  @Bean
  HomePanel casesPanel(Cases cases) {
    return new CasesPanel(cases);
  }

  @Bean
  ReviewDesk.Waiting waiting(CaseStore cases, NextStore next) {
    return new ReviewDesk.Waiting(cases, next);
  }

  @Bean
  ReviewDesk desk(
      ReviewDesk.Waiting waiting,
      DecisionStore decisions,
      Reviewers reviewers,
      Outlooks outlooks,
      ReviewDesk.Surroundings around) {
    return new ReviewDesk(waiting, decisions, reviewers, outlooks, around);
  }

  @Bean
  Bulk bulk(
      ReviewDesk desk,
      CaseStore cases,
      Reviewers reviewers,
      Outlooks outlooks,
      ReviewDesk.Surroundings around) {
    return new Bulk(desk, cases, reviewers, outlooks, around);
  }

  @Bean
  EvidenceCases evidenceCases(CaseStore cases) {
    return cases::ofEvidence;
  }

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

  @Bean
  CaseOpening caseOpening(OpeningStore store, Policies policies, EvidenceTerm term) {
    return new CaseOpening(store, policies, term);
  }

  @Bean
  Finalisation.Telling telling(
      ApplicationEventPublisher events,
      Notices notices,
      MessageSource messages,
      QualityStore quality) {
    return new Finalisation.Telling(
        events, new NoticeReporters(notices, messages), new Sampling(quality, new SecureRandom()));
  }

  @Bean
  PolicyDecisions policyDecisions(
      CaseOpening opening,
      DecisionStore decisions,
      Policies policies,
      Finalisation.Telling telling,
      AccessLedger ledger) {
    return new PolicyDecisions(opening, decisions, policies, telling, ledger);
  }

  @Bean
  Finalisation finalisation(
      CaseStore cases,
      DecisionStore decisions,
      Policies policies,
      Finalisation.Telling telling,
      ReviewDesk.Surroundings around) {
    return new Finalisation(cases, decisions, policies, telling, around);
  }

  @Bean
  ScanCases scanCases(
      Scans scans,
      CaseOpening opening,
      PolicyDecisions decisions,
      Policies policies,
      PlatformTransactionManager transactions) {
    return new ScanCases(
        scans, opening, decisions, policies, new TransactionTemplate(transactions));
  }

  @Bean
  NoticeCases noticeCases(
      Notices notices,
      Accuracies accuracies,
      CaseOpening opening,
      PlatformTransactionManager transactions) {
    return new NoticeCases(notices, accuracies, opening, new TransactionTemplate(transactions));
  }

  @Bean
  Reopening reopening(
      JdbcClient jdbc,
      DecisionStore decisions,
      Members members,
      Notices notices,
      ReviewDesk.Surroundings around) {
    return new Reopening(
        new ReopeningStore(jdbc), decisions, members::ended, notices::openAgain, around);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  ReviewChores reviewChores(
      Finalisation finalisation,
      CaseStore cases,
      IncompleteEventPublications publications,
      ReviewDesk.Surroundings around) {
    return new ReviewChores(finalisation, cases, publications, around);
  }

  @Bean
  Gauge overdueDecisions(MeterRegistry registry, ReviewChores chores) {
    return Gauge.builder("vigie.decisions.overdue", chores::overdue).register(registry);
  }
}
