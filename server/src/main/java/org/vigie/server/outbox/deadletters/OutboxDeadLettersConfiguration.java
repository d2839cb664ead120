package org.vigie.server.outbox.deadletters;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.Redelivery;
import org.vigie.server.outbox.store.DeadLetterStore;

/// Wires dead letters.
@Configuration(proxyBeanMethods = false)
class OutboxDeadLettersConfiguration {
  @Bean
  DeadLetters deadLetters(
      DeadLetterStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new DeadLetters(store, ledger, transactions, clock);
  }

  @Bean
  Redelivery redelivery(DeadLetterStore store, Outbox outbox, InstantSource clock) {
    return new StoredRedelivery(store, outbox, clock);
  }

  @Bean
  LedgerActs outboxActs() {
    return new OutboxActs();
  }
}
