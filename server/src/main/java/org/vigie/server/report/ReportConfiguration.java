package org.vigie.server.report;

import java.time.InstantSource;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.KeyRing;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.CategoriesInUse;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.store.NoticeStore;
import org.vigie.server.scan.Scanner;

/// Wires notices.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportSettings.class)
class ReportConfiguration {
  @Bean
  NoticeStore noticeStore(JdbcClient jdbc) {
    return new NoticeStore(jdbc);
  }

  @Bean
  CategoriesInUse categoriesOfNotices(NoticeStore store) {
    return store::categoriesOfOpen;
  }

  @Bean
  ReportSecret reportSecret(ObjectProvider<KeyRing> keys) {
    return new ReportSecret(() -> secret(keys));
  }

  private static SecretKey secret(ObjectProvider<KeyRing> keys) {
    byte[] bytes = keys.getObject().secret(new SecretName("report")).bytes(SecretAccess.GRANTED);
    return new SecretKeySpec(bytes, ReportSecret.ALGORITHM);
  }

  @Bean
  NoticeArchive noticeArchive(
      NoticeStore store,
      ReportSecret secret,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      InstantSource clock) {
    return new NoticeArchive(store, new ReceiptCodes(secret), transactions, events, clock);
  }

  @Bean
  AttachmentVault attachmentVault(
      ObjectProvider<Vault> vault, Scanner scanner, ReportSettings settings, InstantSource clock) {
    return new AttachmentVault(vault::getObject, scanner, settings, clock);
  }

  @Bean
  Intake intake(Policies policies, AttachmentVault attachments, NoticeArchive archive) {
    return new NoticeIntake(new ClaimCheck(policies), attachments, archive);
  }

  @Bean
  Notices notices(NoticeStore store, InstantSource clock) {
    return new ReceivedNotices(store, clock);
  }

  @Bean
  ProblemType reporterSuspended() {
    return ReportProblems.REPORTER_SUSPENDED;
  }
}
