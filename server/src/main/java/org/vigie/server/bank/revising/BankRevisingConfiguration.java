package org.vigie.server.bank.revising;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.bank.index.ChangeFollower;
import org.vigie.server.bank.store.ChangeLog;
import org.vigie.server.frame.ApartTransactions;

/// Wires the revisions of the banks.
@Configuration(proxyBeanMethods = false)
class BankRevisingConfiguration {
  @Bean
  Revisions bankRevisions(
      TransactionOperations transactions,
      PlatformTransactionManager manager,
      ChangeLog log,
      ApplicationEventPublisher events,
      AccessLedger ledger,
      ChangeFollower follower) {
    return new Revisions(
        transactions, new ApartTransactions(manager), log, events, ledger, follower);
  }
}
