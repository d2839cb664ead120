package org.vigie.server.bank.transfer;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.bank.revising.Revisions;
import org.vigie.server.bank.settings.BankSettings;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.ImportStore;
import org.vigie.server.bank.store.MemberStore;

/// Wires imports and exports.
@Configuration(proxyBeanMethods = false)
class BankTransferConfiguration {
  @Bean
  Exports exports(
      MemberStore store,
      PlatformTransactionManager transactions,
      AccessLedger ledger,
      BankSettings settings) {
    return new Exports(store, transactions, ledger, settings.importDirectory());
  }

  @Bean
  ImportFiles importFiles(BankSettings settings) {
    return new ImportFiles(settings);
  }

  @Bean
  ImportRun importRun(
      ImportStore store,
      ImportFiles files,
      BankStore banks,
      Revisions revisions,
      DataSource database,
      InstantSource clock) {
    return new ImportRun(store, files, banks, revisions, database, clock);
  }

  @Bean(destroyMethod = "close")
  ImportQueue importQueue(ImportRun run, ImportFiles files) {
    return new ImportQueue(run, files);
  }

  @Bean(initMethod = "resume")
  Imports imports(ImportStore store, ImportFiles files, ImportQueue queue, InstantSource clock) {
    return new Imports(store, files, queue, clock);
  }
}
