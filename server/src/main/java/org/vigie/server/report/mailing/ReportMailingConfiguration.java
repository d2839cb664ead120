package org.vigie.server.report.mailing;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.report.StaffMails;
import org.vigie.server.report.settings.ReportSettings;

/// Wires the SMTP server and mails about requests for access.
@Configuration(proxyBeanMethods = false)
class ReportMailingConfiguration {
  @Bean
  MailServer mailServer(ReportSettings settings) {
    return new MailServer(settings.mail());
  }

  @Bean
  AccessMails accessMails(Outbox outbox, MailServer server) {
    return new AccessMails(outbox, server);
  }

  @Bean
  StaffMails staffMails(Outbox outbox, MailServer server) {
    return new DangerMails(outbox, server);
  }

  @Bean
  EffectHandler dangerMailHandler(
      MessageSource messages, MailServer server, AccessSettings access) {
    return new DangerMailHandler(messages, server, access.baseUrl());
  }

  @Bean
  EffectHandler accessMailHandler(
      MessageSource messages, MailServer server, AccessSettings access) {
    return new AccessMailHandler(messages, server, access.baseUrl());
  }
}
