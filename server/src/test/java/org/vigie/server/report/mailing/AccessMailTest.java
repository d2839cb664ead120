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
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.report.settings.MailSettings;
import org.vigie.server.report.store.AccessMailStore;

/// That everybody concerned is told of access that waits.
@ServerTest
final class AccessMailTest {
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private final TransactionOperations transactions;
  private final MessageSource messages;
  private final JdbcClient jdbc;

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Autowired
  AccessMailTest(TransactionOperations transactions, MessageSource messages, JdbcClient jdbc) {
    this.transactions = transactions;
    this.messages = messages;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void start() {
    smtp.start();
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  private AccessMails mails() {
    MailSettings settings = new MailSettings(
        "127.0.0.1",
        smtp.getSmtp().getPort(),
        "",
        "",
        "vigie@example.org",
        MailSettings.Security.NONE);
    return new AccessMails(
        new AccessMailStore(jdbc),
        new AccessLetters(messages, new MailServer(settings), URI.create("https://vigie.example.org")),
        transactions,
        () -> now,
        true);
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

  private void ask(AccessMails mails) {
    mails.put(new AccessRequested(
        AccessRequest.Kind.LINK,
        person("Lex Officer", "lex@example.org"),
        List.of(person("Bob Admin", "bob@example.org")),
        "Ada Admin",
        now.plus(Duration.ofDays(1)),
        false));
  }

  @Test
  void request_isToldToItsPersonAndToThoseWhoCanStopIt_inBothLanguages() throws Exception {
    AccessMails mails = mails();
    ask(mails);
    assertThat(mails.step()).isTrue();
    assertThat(mails.step()).isTrue();
    assertThat(mails.step()).isFalse();

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
    assertThat(jdbc.sql("select count(*) from report.access_mail where email is not null")
            .query(Integer.class)
            .single())
        .isZero();
  }

  @Test
  void mail_thatCannotBeSent_isTriedAgainTenTimes_andThenForgotten() {
    AccessMails mails = mails();
    ask(mails);
    smtp.stop();
    for (int attempt = 0; attempt < 20; attempt++) {
      assertThat(mails.step()).as("attempt %d", attempt).isTrue();
      now = attempt % 2 == 0 ? now : now.plus(Duration.ofDays(1));
    }

    assertThat(mails.step()).isFalse();
    assertThat(jdbc.sql("select count(*) from report.access_mail where email is not null")
            .query(Integer.class)
            .single())
        .isZero();
  }
}
