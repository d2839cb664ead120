package org.vigie.server.report.flagging;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.store.FlaggerDeskStore;
import org.vigie.server.report.store.FlaggerStore;

/// Wires flaggers and their desk.
@Configuration(proxyBeanMethods = false)
class ReportFlaggingConfiguration {
  @Bean
  FlaggerRegister flaggerRegister(
      FlaggerStore store,
      ApiKeys keys,
      Agreements agreements,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new FlaggerRegister(store, keys, agreements, ledger, transactions, clock);
  }

  @Bean
  FlaggerDesk flaggerDesk(
      FlaggerDeskStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new FlaggerDesk(store, ledger, transactions, clock);
  }

  @Bean
  Flaggers flaggers(FlaggerStore flaggers, FlaggerDeskStore notices) {
    return new StoredFlaggers(flaggers, notices);
  }
}
