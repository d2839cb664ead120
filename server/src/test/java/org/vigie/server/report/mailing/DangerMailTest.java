package org.vigie.server.report.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.outbox.delivering.Bells;
import org.vigie.server.outbox.delivering.Deliveries;
import org.vigie.server.outbox.delivering.StoredOutbox;
import org.vigie.server.outbox.store.EffectStore;
import org.vigie.server.report.settings.MailSettings;

/// Mails to leads about danger to life.
@ServerTest
final class DangerMailTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final GreenMail smtp = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private final EffectStore effects;
  private final MessageSource messages;

  @Autowired
  DangerMailTest(EffectStore effects, MessageSource messages) {
    this.effects = effects;
    this.messages = messages;
  }

  @BeforeEach
  void start() {
    smtp.start();
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  @Test
  void danger_isMailedOnce_inBothLanguages_withTheCaseAndItsDeadlineAlone() throws Exception {
    MailServer server = new MailServer(new MailSettings(
        "127.0.0.1",
        smtp.getSmtp().getPort(),
        "",
        "",
        "vigie@example.org",
        MailSettings.Security.NONE));
    Person lead = new Person(
        new PersonId(UUID.randomUUID()),
        new PersonName("Lea Lead"),
        new EmailAddress("lea@example.org"),
        Set.of(Role.LEAD),
        Optional.empty(),
        Person.State.ACTIVE,
        Instant.EPOCH);
    DangerMails mails = new DangerMails(new StoredOutbox(effects, new Bells(), () -> NOW), server);
    mails.danger(lead, "/review/cases/4711", Optional.of(NOW));
    mails.danger(lead, "/review/cases/4711", Optional.of(NOW));
    Deliveries deliveries = new Deliveries(
        effects, TransactionOperations.withoutTransaction(), () -> NOW, new Random(1));
    DangerMailHandler handler =
        new DangerMailHandler(messages, server, URI.create("https://vigie.example.org"));

    assertThat(deliveries.step(handler)).isTrue();
    assertThat(deliveries.step(handler)).isFalse();

    assertThat(smtp.getReceivedMessages()).hasSize(1);
    assertThat(smtp.getReceivedMessages()[0].getContent().toString())
        .contains(
            "somebody’s life may be in danger",
            "la vie de quelqu’un",
            "10:00",
            "https://vigie.example.org/review/cases/4711")
        .doesNotContain("Lea Lead");
  }
}
