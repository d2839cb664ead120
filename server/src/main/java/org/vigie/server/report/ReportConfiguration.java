package org.vigie.server.report;

import java.time.InstantSource;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.KeyRing;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Independence;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.CategoriesInUse;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.store.AccessMailStore;
import org.vigie.server.report.store.AccuracyStore;
import org.vigie.server.report.store.FlaggerDeskStore;
import org.vigie.server.report.store.FlaggerStore;
import org.vigie.server.report.store.MailStore;
import org.vigie.server.report.store.MisuseStore;
import org.vigie.server.report.store.NoticeStore;
import org.vigie.server.report.store.QuotaStore;
import org.vigie.server.report.store.ReporterMeasureStore;
import org.vigie.server.report.store.RetentionStore;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.SealedElsewhere;

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
  SealedElsewhere sealedWithNotices(NoticeStore store) {
    return store::attachment;
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
      NoticeArchive.Tidings tidings,
      InstantSource clock) {
    return new NoticeArchive(store, new ReceiptCodes(secret), transactions, tidings, clock);
  }

  @Bean
  NoticeArchive.Tidings noticeTidings(ApplicationEventPublisher events, MailOutbox outbox) {
    return new NoticeArchive.Tidings(events, outbox);
  }

  @Bean
  MailOutbox.Letters letters(
      NoticeStore notices,
      ReportSecret secret,
      MessageSource messages,
      ReportSettings settings,
      AccessSettings access) {
    return new SmtpLetters(
        notices, new ReceiptCodes(secret), messages, settings.mail(), access.baseUrl());
  }

  @Bean
  MailOutbox mailOutbox(
      JdbcClient jdbc,
      MailOutbox.Letters letters,
      TransactionOperations transactions,
      InstantSource clock,
      ReportSettings settings) {
    return new MailOutbox(
        new MailStore(jdbc), letters, transactions, clock, settings.mail().isOn());
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  MailChores mailChores(MailOutbox outbox, AccessMails access, ReportSettings settings) {
    return new MailChores(outbox, access, settings.mail().isOn());
  }

  @Bean
  AccessMails accessMails(
      JdbcClient jdbc,
      AccessMails.Letters letters,
      TransactionOperations transactions,
      InstantSource clock,
      ReportSettings settings) {
    return new AccessMails(
        new AccessMailStore(jdbc), letters, transactions, clock, settings.mail().isOn());
  }

  @Bean
  AccessMails.Letters accessLetters(
      MessageSource messages, ReportSettings settings, AccessSettings access) {
    return new AccessLetters(messages, settings.mail(), access.baseUrl());
  }

  @Bean
  NoticeRetention noticeRetention(
      JdbcClient jdbc,
      Vault vault,
      NoticeRetention.Recording recording,
      ReportSettings settings,
      InstantSource clock) {
    return new NoticeRetention(new RetentionStore(jdbc), vault, recording, settings, clock);
  }

  @Bean
  NoticeRetention.Recording retentionRecording(
      AccessLedger ledger, TransactionOperations transactions) {
    return new NoticeRetention.Recording(ledger, transactions);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  RetentionChores retentionChores(NoticeRetention retention, UploadQuotas quotas) {
    return new RetentionChores(retention, quotas);
  }

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
  UploadQuotas uploadQuotas(
      JdbcClient jdbc,
      ReportSecret secret,
      ReportSettings settings,
      TransactionOperations transactions,
      InstantSource clock) {
    return new UploadQuotas(new QuotaStore(jdbc), secret, settings.quota(), transactions, clock);
  }

  @Bean
  Intake intake(
      Policies policies,
      Reporters reporters,
      AttachmentVault attachments,
      NoticeArchive archive,
      UploadQuotas quotas) {
    return new NoticeIntake(new ClaimCheck(policies), reporters, attachments, archive, quotas);
  }

  @Bean
  Reporters reporters(
      JdbcClient jdbc,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new Reporters(new MisuseStore(jdbc), ledger, transactions, clock);
  }

  @Bean
  ReporterMeasures reporterMeasures(
      JdbcClient jdbc,
      Reporters reporters,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new ReporterMeasures(
        new ReporterMeasureStore(jdbc), reporters, ledger, transactions, clock);
  }

  @Bean
  Flaggers flaggers(
      JdbcClient jdbc,
      ApiKeys keys,
      Independence independence,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new Flaggers(new FlaggerStore(jdbc), keys, independence, ledger, transactions, clock);
  }

  @Bean
  Accuracies accuracies(JdbcClient jdbc, InstantSource clock) {
    return new Accuracies(new AccuracyStore(jdbc), clock);
  }

  @Bean
  FlaggerDesk flaggerDesk(
      JdbcClient jdbc,
      NoticeStore notices,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new FlaggerDesk(new FlaggerDeskStore(jdbc, notices), ledger, transactions, clock);
  }

  @Bean
  HomePanel noticesPanel(NoticeStore notices, InstantSource clock) {
    return new NoticesPanel(notices, clock);
  }

  @Bean
  NavigationEntry reportersEntry() {
    return new NavigationEntry(55, "report.reporters.title", "/reporters", Permission.CASES_LEAD);
  }

  @Bean
  NavigationEntry flaggersEntry() {
    return new NavigationEntry(56, "report.flaggers.title", "/flaggers", Permission.FLAGGERS_WRITE);
  }

  @Bean
  NavigationEntry portalEntry() {
    return new NavigationEntry(57, "report.portal.title", "/flagger", Permission.FLAG);
  }

  @Bean
  LedgerActs reportActs() {
    return new ReportActs();
  }

  @Bean
  ProblemType noNoticeTaken() {
    return ReportProblems.NO_NOTICE_TAKEN;
  }

  @Bean
  ProblemType storageQuota() {
    return ReportProblems.STORAGE_QUOTA;
  }

  @Bean
  ProblemType notAFlagger() {
    return ReportProblems.NOT_A_FLAGGER;
  }

  @Bean
  Notices notices(NoticeStore store, MailOutbox outbox, InstantSource clock) {
    return new ReceivedNotices(store, outbox, clock);
  }

  @Bean
  ProblemType reporterSuspended() {
    return ReportProblems.REPORTER_SUSPENDED;
  }
}
