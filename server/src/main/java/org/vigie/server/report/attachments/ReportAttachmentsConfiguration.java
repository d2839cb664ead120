package org.vigie.server.report.attachments;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.store.NoticeStore;
import org.vigie.server.report.store.QuotaStore;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.SealedElsewhere;

/// Wires attachments and quotas.
@Configuration(proxyBeanMethods = false)
class ReportAttachmentsConfiguration {
  private static final Duration PAUSE = Duration.ofMinutes(15);

  @Bean
  AttachmentVault attachmentVault(
      Vault vault, Scanner scanner, ReportSettings settings, InstantSource clock) {
    return new AttachmentVault(vault, scanner, settings, clock);
  }

  @Bean
  MediaIntake mediaIntake(AttachmentVault attachments) {
    return new MediaIntake(attachments);
  }

  @Bean
  SealedElsewhere sealedWithNotices(NoticeStore store) {
    return store::attachment;
  }

  @Bean
  UploadQuotas uploadQuotas(
      QuotaStore store,
      ReportSecret secret,
      ReportSettings settings,
      TransactionOperations transactions,
      InstantSource clock) {
    return new UploadQuotas(store, secret, settings.quota(), transactions, clock);
  }

  /// Deletes the counts of past days.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork uploadQuotaRetention(UploadQuotas quotas) {
    return new BackgroundWork("report-quotas", PAUSE, () -> {
      quotas.forget();
      return PAUSE;
    });
  }
}
