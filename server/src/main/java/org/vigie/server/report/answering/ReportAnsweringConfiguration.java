package org.vigie.server.report.answering;

import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.report.Notices;
import org.vigie.server.report.mailing.MailServer;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.store.ExplanationStore;
import org.vigie.server.report.store.NoticeStore;
import org.vigie.server.report.store.OpenAgainStore;

/// Wires receipts, outcomes and mails to reporters.
@Configuration(proxyBeanMethods = false)
class ReportAnsweringConfiguration {
  @Bean
  ReceiptCodes receiptCodes(ReportSecret secret) {
    return new ReceiptCodes(secret);
  }

  @Bean
  ReceiptTickets receiptTickets(ReportSecret secret, InstantSource clock) {
    return new ReceiptTickets(secret, clock);
  }

  @Bean
  Receipts receipts(NoticeStore store, OpenAgainStore openAgain) {
    return new Receipts(store, openAgain);
  }

  @Bean
  Notices notices(
      NoticeStore store,
      ExplanationStore explanations,
      OpenAgainStore openAgain,
      ReporterMails mails,
      InstantSource clock) {
    return new ReceivedNotices(store, explanations, openAgain, mails, clock);
  }

  @Bean
  ReporterMails reporterMails(NoticeStore notices, Outbox outbox, MailServer server) {
    return new ReporterMails(notices, outbox, server);
  }

  @Bean
  EffectHandler reporterMailHandler(
      NoticeStore notices,
      ReceiptCodes codes,
      MessageSource messages,
      MailServer server,
      AccessSettings access) {
    return new ReporterMailHandler(notices, codes, messages, server, access.baseUrl());
  }
}
