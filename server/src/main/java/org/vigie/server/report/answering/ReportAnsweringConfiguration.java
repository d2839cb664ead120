package org.vigie.server.report.answering;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.report.Notices;
import org.vigie.server.report.mailing.MailServer;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.store.MailStore;
import org.vigie.server.report.store.NoticeStore;

/// Wires receipts, outcomes and mails to reporters.
@Configuration(proxyBeanMethods = false)
class ReportAnsweringConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Bean
  ReceiptCodes receiptCodes(ReportSecret secret) {
    return new ReceiptCodes(secret);
  }

  @Bean
  Receipts receipts(NoticeStore store) {
    return new Receipts(store);
  }

  @Bean
  Notices notices(NoticeStore store, MailOutbox outbox, InstantSource clock) {
    return new ReceivedNotices(store, outbox, clock);
  }

  @Bean
  MailOutbox.Letters reporterLetters(
      NoticeStore notices,
      ReceiptCodes codes,
      MessageSource messages,
      MailServer server,
      AccessSettings access) {
    return new ReporterLetters(notices, codes, messages, server, access.baseUrl());
  }

  @Bean
  MailOutbox mailOutbox(
      MailStore store,
      MailOutbox.Letters letters,
      TransactionOperations transactions,
      InstantSource clock,
      MailServer server) {
    return new MailOutbox(store, letters, transactions, clock, server.isOn());
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork reporterMailing(MailOutbox outbox, MailServer server) {
    return new BackgroundWork(
        "report-mail", PAUSE, () -> server.isOn() && outbox.step() ? Duration.ZERO : PAUSE);
  }
}
