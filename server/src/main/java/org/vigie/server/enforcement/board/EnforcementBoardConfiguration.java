package org.vigie.server.enforcement.board;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.EndStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.outbox.Redelivery;

/// Wires the list of stuck actions.
@Configuration(proxyBeanMethods = false)
class EnforcementBoardConfiguration {
  @Bean
  StuckActions stuckActions(
      EndStore ends,
      LockStore locks,
      Redelivery redelivery,
      Turns turns,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new StuckActions(ends, locks, redelivery, turns, ledger, transactions, clock);
  }

  @Bean
  LedgerActs enforcementActs() {
    return new EnforcementActs();
  }
}
