package org.vigie.server.review.reversing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.bank.Members;
import org.vigie.server.report.Notices;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.ReopeningStore;

/// Wires the reversal of decisions.
@Configuration(proxyBeanMethods = false)
class ReviewReversingConfiguration {
  @Bean
  CaseReversals reversals(
      ReopeningStore store,
      DecisionStore decisions,
      Notices notices,
      ApplicationEventPublisher events,
      CaseTransactions transactions) {
    return new CaseReversals(store, decisions, notices::openAgain, events, transactions);
  }

  @Bean
  Reopening reopening(
      ReopeningStore store,
      CaseReversals reversals,
      Members members,
      CaseTransactions transactions) {
    return new Reopening(store, reversals, members::ended, transactions);
  }
}
