package org.vigie.server.report.reporters;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.store.AccuracyStore;
import org.vigie.server.report.store.MisuseStore;
import org.vigie.server.report.store.ReporterMeasureStore;

/// Wires accuracies and measures against misuse.
@Configuration(proxyBeanMethods = false)
class ReportReportersConfiguration {
  @Bean
  MisuseRegister misuseRegister(
      MisuseStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new MisuseRegister(store, ledger, transactions, clock);
  }

  @Bean
  ReporterMeasures reporterMeasures(
      ReporterMeasureStore store,
      MisuseRegister misuse,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new ReporterMeasures(store, misuse, ledger, transactions, clock);
  }

  @Bean
  Accuracies accuracies(AccuracyStore store, InstantSource clock) {
    return new StoredAccuracies(store, clock);
  }
}
