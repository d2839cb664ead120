package org.vigie.server.report.answering;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Surface;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedMessage;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.report.mailing.MailServer;
import org.vigie.server.report.settings.MailSettings;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.store.MailStore;
import org.vigie.server.report.store.NoticeStore;

/// Mails to reporters, through a real SMTP server.
@ServerTest
final class ReportMailTest {
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private final Intake intake;
  private final NoticeStore notices;
  private final ReportSecret secret;
  private final TransactionOperations transactions;
  private final JdbcClient jdbc;

  @Autowired
  private MessageSource messages;

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Autowired
  ReportMailTest(
      Intake intake,
      NoticeStore notices,
      ReportSecret secret,
      TransactionOperations transactions,
      JdbcClient jdbc) {
    this.intake = intake;
    this.notices = notices;
    this.secret = secret;
    this.transactions = transactions;
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

  private MailOutbox outbox() {
    MailSettings settings = new MailSettings(
        "127.0.0.1",
        smtp.getSmtp().getPort(),
        "",
        "",
        "vigie@example.org",
        MailSettings.Security.NONE);
    ReporterLetters letters = new ReporterLetters(
        notices,
        new ReceiptCodes(secret),
        messages,
        new MailServer(settings),
        URI.create("https://vigie.example.org"));
    return new MailOutbox(new MailStore(jdbc), letters, transactions, () -> now, true);
  }

  private NoticeId notice(String email) throws Exception {
    Claim claim = new Claim(
        Ground.ILLEGAL,
        new CategoryKey("phishing"),
        "A made-up secret reason.",
        List.of(new ReportedMessage(
            Optional.of("a-1"), Optional.empty(), Optional.empty(), Optional.empty())),
        Surface.PUBLIC,
        true,
        Language.FR);
    Origin origin = new Origin.Form(Optional.of(new Origin.Contact("Invented Person", email)));
    IntakeOutcome outcome = intake.receive(
        new NewNotice(new Caller.Vigie(), Optional.empty(), origin, claim, List.of()));
    return ((IntakeOutcome.Received) outcome).receipt().notice();
  }

  @Test
  void reporter_withAnAddress_isToldOfReceiptAndOutcomeInTheLanguageOfTheNotice() throws Exception {
    MailOutbox outbox = outbox();
    NoticeId id = notice("invented@example.org");
    outbox.put(id, ReporterMail.Kind.RECEIVED);
    assertThat(outbox.step()).isTrue();
    new ReceivedNotices(notices, outbox, () -> now)
        .decided(id, new Notice.Outcome(true, true, "Le message est retiré.", false));
    assertThat(outbox.step()).isTrue();
    assertThat(outbox.step()).isFalse();

    MimeMessage[] sent = smtp.getReceivedMessages();
    assertThat(sent).hasSize(2);
    assertThat(sent[0].getAllRecipients()[0]).hasToString("invented@example.org");
    assertThat((String) sent[0].getContent())
        .contains("https://vigie.example.org/report/r/")
        .doesNotContain("secret");
    assertThat((String) sent[1].getContent())
        .contains("Le message est retiré.")
        .contains("moyens automatisés")
        .contains("organisme certifié");
  }

  @Test
  void mail_thatCannotBeSent_isTriedAgainLaterAndGivenUpInTheEnd() throws Exception {
    MailOutbox outbox = outbox();
    outbox.put(notice("later@example.org"), ReporterMail.Kind.RECEIVED);
    smtp.stop();
    assertThat(outbox.step()).isTrue();
    assertThat(outbox.step()).as("not before its time").isFalse();
    int attempts = 1;
    for (int minute = 0; minute < 3_000; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      attempts += outbox.step() ? 1 : 0;
    }

    assertThat(attempts).isEqualTo(MailOutbox.MOST_ATTEMPTS);
  }

  @Test
  void outcome_saidTwice_isToldOnce() throws Exception {
    MailOutbox outbox = outbox();
    NoticeId id = notice("twice@example.org");
    ReceivedNotices received = new ReceivedNotices(notices, outbox, () -> now);
    received.decided(id, new Notice.Outcome(true, false, "Retiré.", false));
    received.decided(id, new Notice.Outcome(true, false, "Retiré.", false));

    assertThat(outbox.step()).isTrue();
    assertThat(outbox.step()).isFalse();
  }
}
