package org.vigie.server.review.queueing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.deciding.Outlooks;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CorrectionStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.FilterStore;
import org.vigie.server.review.store.HistoryStore;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.store.OptOutStore;
import org.vigie.server.review.store.QualityStore;
import org.vigie.server.review.viewing.Wellness;

/// Wires queues, case files and the reviewers' own choices.
@Configuration(proxyBeanMethods = false)
class ReviewQueueingConfiguration {
  @Bean
  Cases cases(
      CaseStore cases,
      CaseAccess access,
      DecisionStore decisions,
      CaseFileStore files,
      CorrectionStore corrections,
      Outlooks outlooks,
      CaseTransactions transactions) {
    return new Cases(cases, access, decisions, files, corrections, outlooks, transactions);
  }

  @Bean
  Queues queues(CaseFileStore files, Policies policies, CaseTransactions transactions) {
    return new Queues(files, policies, transactions);
  }

  @Bean
  History history(HistoryStore store, CaseAccess access, CaseTransactions transactions) {
    return new History(store, access, transactions);
  }

  @Bean
  AuthorityNotes authorityNotes(
      CaseFileStore files, CaseAccess access, CaseTransactions transactions) {
    return new AuthorityNotes(files, access, transactions);
  }

  @Bean
  OwnWork ownWork(
      CaseStore cases,
      NextStore next,
      QualityStore quality,
      CaseAccess access,
      Wellness wellness,
      CaseTransactions transactions) {
    return new OwnWork(cases, next, quality, access, wellness, transactions);
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
