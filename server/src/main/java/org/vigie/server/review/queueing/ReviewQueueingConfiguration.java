package org.vigie.server.review.queueing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.deciding.Outlooks;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.FilterStore;
import org.vigie.server.review.store.OptOutStore;

/// Wires queues, case files and the reviewers' own choices.
@Configuration(proxyBeanMethods = false)
class ReviewQueueingConfiguration {
  @Bean
  Cases cases(
      CaseStore cases,
      CaseAccess access,
      DecisionStore decisions,
      CaseFileStore files,
      Outlooks outlooks,
      Policies policies,
      CaseTransactions transactions) {
    return new Cases(cases, access, decisions, files, outlooks, policies, transactions);
  }

  @Bean
  OwnFilters ownFilters(FilterStore store) {
    return new OwnFilters(store);
  }

  @Bean
  OptOuts optOuts(OptOutStore store, CaseTransactions transactions) {
    return new OptOuts(store, transactions);
  }
}
