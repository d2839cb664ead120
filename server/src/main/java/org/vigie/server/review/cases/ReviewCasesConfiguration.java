package org.vigie.server.review.cases;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CaseStore.Claimant;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.store.QualityStore;

/// Wires the shared beans of the module's rooms.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewSettings.class)
class ReviewCasesConfiguration {
  private static final int EVENT_THREADS = 2;

  /// Works on facts of other modules. The threads are few, so that a large retro-match does not
  /// take the database from waiting callers.
  @Bean(name = ReviewListener.EXECUTOR, defaultCandidate = false)
  ThreadPoolTaskExecutor reviewEvents() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setThreadNamePrefix("review-events-");
    executor.setCorePoolSize(EVENT_THREADS);
    executor.setMaxPoolSize(EVENT_THREADS);
    executor.setDaemon(true);
    return executor;
  }

  @Bean
  CaseTransactions caseTransactions(
      AccessLedger ledger, InstantSource clock, TransactionOperations transactions) {
    return new CaseTransactions(ledger, clock, transactions);
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
  CaseAccess caseAccess(
      CaseStore cases, NextStore next, QualityStore quality, Reviewers reviewers) {
    return new CaseAccess(cases, next, quality, reviewers);
  }
}
