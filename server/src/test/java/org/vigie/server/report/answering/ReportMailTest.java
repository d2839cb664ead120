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
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.outbox.RetryPolicy;
import org.vigie.server.outbox.delivering.Bells;
import org.vigie.server.outbox.delivering.Deliveries;
import org.vigie.server.outbox.delivering.StoredOutbox;
import org.vigie.server.outbox.store.EffectStore;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.report.mailing.MailServer;
import org.vigie.server.report.settings.MailSettings;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.store.ExplanationStore;
import org.vigie.server.report.store.NoticeStore;
import org.vigie.server.report.store.OpenAgainStore;

/// Mails to reporters, through a real SMTP server.
@ServerTest
final class ReportMailTest {
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private final Intake intake;
  private final NoticeStore notices;
  private final ExplanationStore explanations;
  private final OpenAgainStore openAgain;
  private final ReportSecret secret;
  private final EffectStore effects;

  @Autowired
  private MessageSource messages;

  @Autowired
  private JdbcClient jdbc;

  private int port;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Autowired
  ReportMailTest(
      Intake intake,
      NoticeStore notices,
      ExplanationStore explanations,
      OpenAgainStore openAgain,
      ReportSecret secret,
      EffectStore effects) {
    this.explanations = explanations;
    this.openAgain = openAgain;
    this.intake = intake;
    this.notices = notices;
    this.secret = secret;
    this.effects = effects;
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

  private ReporterMails mails() {
    return new ReporterMails(notices, new StoredOutbox(effects, new Bells(), () -> now), server());
  }

  private boolean step() {
    return new Deliveries(
            effects, TransactionOperations.withoutTransaction(), () -> now, new Random(1))
        .step(new ReporterMailHandler(
            notices,
            new ReceiptCodes(secret),
            messages,
            server(),
            URI.create("https://vigie.example.org")));
  }

  private NoticeId notice(String email) throws Exception {
    Claim claim = new Claim(
        Ground.ILLEGAL,
        new CategoryKey("phishing"),
        "A made-up secret reason.",
        List.of(MadeUpContent.account("a-1")),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        true,
        Language.FR);
    Origin origin = new Origin.Form(Optional.of(new Origin.Contact("Invented Person", email)));
    IntakeOutcome outcome = intake.receive(
        new NewNotice(new Caller.Vigie(), Optional.empty(), origin, claim, List.of()));
    return ((IntakeOutcome.Received) outcome).receipt().notice();
  }

  private ReceivedNotices received() {
    return new ReceivedNotices(notices, explanations, openAgain, mails(), () -> now);
  }

  @Test
  void reporter_withAnAddress_getsReceiptAndOutcomeInTheLanguageOfTheNotice() throws Exception {
    NoticeId id = notice("invented@example.org");
    mails().received(id);
    assertThat(step()).isTrue();
    received().decided(id, new Notice.Outcome(true, true, "Le message est retiré.", false));
    assertThat(step()).isTrue();
    assertThat(step()).isFalse();

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
    mails().received(notice("later@example.org"));
    smtp.stop();
    assertThat(step()).isTrue();
    assertThat(step()).as("not before its time").isFalse();
    int attempts = 1;
    for (int minute = 0; minute < 3_000; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      attempts += step() ? 1 : 0;
    }

    assertThat(attempts).isEqualTo(RetryPolicy.USUAL.attempts());
  }

  @Test
  void outcome_publishedTwice_isMailedOnce() throws Exception {
    NoticeId id = notice("twice@example.org");
    ReceivedNotices received = received();
    received.decided(id, new Notice.Outcome(true, false, "Retiré.", false));
    received.decided(id, new Notice.Outcome(true, false, "Retiré.", false));

    assertThat(step()).isTrue();
    assertThat(step()).isFalse();
  }

  @Test
  void mail_toAReporterWhoIsForgottenMeanwhile_isNotSent() throws Exception {
    NoticeId id = notice("forgotten@example.org");
    mails().received(id);
    jdbc.sql("delete from report.contact where notice_id = :notice")
        .param("notice", id.value())
        .update();

    assertThat(step()).isTrue();
    assertThat(step()).isFalse();
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void outcome_reversedBeforeItsMail_isNotMailed() throws Exception {
    NoticeId id = notice("reversed@example.org");
    ReceivedNotices received = received();
    received.decided(id, new Notice.Outcome(true, false, "Retiré.", false));
    received.openAgain(id);

    assertThat(step()).isTrue();
    assertThat(step()).isFalse();
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }
}
