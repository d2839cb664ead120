package org.vigie.server.report.retention;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.store.RetentionStore;

/// Wires the retention of notices.
@Configuration(proxyBeanMethods = false)
class ReportRetentionConfiguration {
  private static final Duration PAUSE = Duration.ofMinutes(15);

  @Bean
  NoticeRetention noticeRetention(
      RetentionStore store,
      Vault vault,
      AccessLedger ledger,
      TransactionOperations transactions,
      ReportSettings settings,
      InstantSource clock) {
    return new NoticeRetention(store, vault, ledger, transactions, settings, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork noticeRetentionWork(NoticeRetention retention) {
    return new BackgroundWork(
        "report-retention", PAUSE, () -> retention.step() ? Duration.ZERO : PAUSE);
  }
}
