package org.vigie.server.report.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.AccessRequested;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.outbox.deadletters.DeadLetters;
import org.vigie.server.outbox.delivering.Bells;
import org.vigie.server.outbox.delivering.Deliveries;
import org.vigie.server.outbox.delivering.StoredOutbox;
import org.vigie.server.outbox.store.EffectStore;
import org.vigie.server.report.settings.MailSettings;

/// Mails to everybody concerned by pending access.
@ServerTest
final class AccessMailTest {
  private static final Caller.Person OPERATOR = new Caller.Person(new PersonId(UUID.randomUUID()));

  private final GreenMail smtp = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private final EffectStore effects;
  private final DeadLetters letters;
  private final MessageSource messages;
  private final JdbcClient jdbc;

  private int port;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Autowired
  AccessMailTest(
      EffectStore effects, DeadLetters letters, MessageSource messages, JdbcClient jdbc) {
    this.effects = effects;
    this.letters = letters;
    this.messages = messages;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void start() {
    smtp.start();
    port = smtp.getSmtp().getPort();
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  private MailServer server() {
    return new MailServer(new MailSettings(
        "127.0.0.1", port, "", "", "vigie@example.org", MailSettings.Security.NONE));
  }

  private boolean step() {
    return new Deliveries(
            effects, TransactionOperations.withoutTransaction(), () -> now, new Random(1))
        .step(new AccessMailHandler(messages, server(), URI.create("https://vigie.example.org")));
  }

  private static Person person(String name, String email) {
    return new Person(
        new PersonId(UUID.randomUUID()),
        new PersonName(name),
        new EmailAddress(email),
        Set.of(Role.ADMINISTRATOR),
        Optional.empty(),
        Person.State.ACTIVE,
        Instant.EPOCH);
  }

  private void ask() {
    new AccessMails(new StoredOutbox(effects, new Bells(), () -> now), server())
        .on(new AccessRequested(
            AccessRequest.Kind.LINK,
            person("Lex Officer", "lex@example.org"),
            List.of(person("Bob Admin", "bob@example.org")),
            "Ada Admin",
            now.plus(Duration.ofDays(1)),
            false));
  }

  @Test
  void request_isMailedToItsPersonAndToEverybodyWhoCanStopIt_inBothLanguages() throws Exception {
    ask();
    assertThat(step()).isTrue();
    assertThat(step()).isTrue();
    assertThat(step()).isFalse();

    assertThat(smtp.getReceivedMessages())
        .hasSize(2)
        .allSatisfy(mail -> assertThat(mail.getContent().toString())
            .contains("Ada Admin", "a new enrolment link", "https://vigie.example.org/requests"));
    assertThat(Arrays.stream(smtp.getReceivedMessages()).flatMap(mail -> {
          try {
            return Arrays.stream(mail.getAllRecipients()).map(Object::toString);
          } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException("a mail without recipients", e);
          }
        }))
        .containsExactlyInAnyOrder("lex@example.org", "bob@example.org");
    assertThat(smtp.getReceivedMessages()[0].getContent().toString())
        .contains("un nouveau lien d’inscription");
    assertThat(jdbc.sql("select count(*) from outbox.effect where payload is not null")
            .query(Integer.class)
            .single())
        .isZero();
  }

  @Test
  void mail_thatCannotBeSent_isTriedAgainTenTimes_andForgottenOnceGivenUp() {
    ask();
    smtp.stop();
    for (int attempt = 0; attempt < 20; attempt++) {
      assertThat(step()).as("attempt %d", attempt).isTrue();
      now = attempt % 2 == 0 ? now : now.plus(Duration.ofDays(1));
    }

    assertThat(step()).isFalse();
    letters
        .list()
        .forEach(letter -> assertThat(letters.giveUp(OPERATOR, letter.id())).isTrue());
    assertThat(jdbc.sql("select count(*) from outbox.effect where payload is not null")
            .query(Integer.class)
            .single())
        .isZero();
  }
}
