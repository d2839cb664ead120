package org.vigie.server.report.mailing;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.store.AccessMailStore;

/// Wires the SMTP server and mails about requests for access.
@Configuration(proxyBeanMethods = false)
class ReportMailingConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Bean
  MailServer mailServer(ReportSettings settings) {
    return new MailServer(settings.mail());
  }

  @Bean
  AccessMails.Letters accessLetters(
      MessageSource messages, MailServer server, AccessSettings access) {
    return new AccessLetters(messages, server, access.baseUrl());
  }

  @Bean
  AccessMails accessMails(
      AccessMailStore store,
      AccessMails.Letters letters,
      TransactionOperations transactions,
      InstantSource clock,
      MailServer server) {
    return new AccessMails(store, letters, transactions, clock, server.isOn());
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork accessMailing(AccessMails mails, MailServer server) {
    return new BackgroundWork(
        "access-mail", PAUSE, () -> server.isOn() && mails.step() ? Duration.ZERO : PAUSE);
  }
}
