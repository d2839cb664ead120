package org.vigie.server.review.opening;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.People;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Notices;
import org.vigie.server.report.StaffMails;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.OpeningStore;
import org.vigie.server.scan.Scans;

/// Wires the opening of cases.
@Configuration(proxyBeanMethods = false)
class ReviewOpeningConfiguration {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PAUSE_OF_REDELIVERY = Duration.ofMinutes(1);

  @Bean
  CaseOpening caseOpening(
      OpeningStore store, Policies policies, EvidenceRetention retention, DangerListener dangers) {
    return new CaseOpening(store, policies, retention, dangers);
  }

  @Bean
  DangerListener dangerAlerts(People people, StaffMails mails, AccessLedger ledger) {
    return new DangerAlerts(people, mails, ledger);
  }

  @Bean
  PolicyDecisions policyDecisions(
      CaseOpening opening,
      DecisionStore decisions,
      Policies policies,
      ApplicationEventPublisher events,
      AccessLedger ledger) {
    return new PolicyDecisions(opening, decisions, policies, events, ledger);
  }

  @Bean
  ScanCases scanCases(
      Scans scans,
      CaseOpening opening,
      PolicyDecisions decisions,
      Policies policies,
      TransactionOperations transactions) {
    return new ScanCases(scans, opening, decisions, policies, transactions);
  }

  @Bean
  NoticeCases noticeCases(
      Notices notices,
      Accuracies accuracies,
      CaseOpening opening,
      TransactionOperations transactions) {
    return new NoticeCases(notices, accuracies, opening, transactions);
  }

  /// Escalates cases that have used 75 % of their deadline.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork caseEscalation(CaseStore cases, InstantSource clock) {
    return new BackgroundWork("review-escalation", PAUSE, () -> {
      cases.escalate(clock.instant(), Routing.ESCALATED);
      return PAUSE;
    });
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork eventRedelivery(IncompleteEventPublications publications) {
    EventRedelivery redelivery = new EventRedelivery(publications);
    return new BackgroundWork("event-redelivery", PAUSE_OF_REDELIVERY, redelivery::step);
  }
}
