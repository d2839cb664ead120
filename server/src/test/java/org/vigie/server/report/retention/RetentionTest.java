package org.vigie.server.report.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.report.answering.Receipts;
import org.vigie.server.report.checking.FileName;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.store.RetentionStore;

/// Personal data in notices is deleted in time, and data for statistics stays.
@ServerTest
final class RetentionTest {
  private static final Caller.Key KEY = new Caller.Key(new KeyId("testtesttest"));

  /// A word that only this test sends, so every copy of it comes from here.
  private static final String SECRET = "madeupsecret";

  private final MockMvc http;
  private final Intake intake;
  private final Notices notices;
  private final Receipts receipts;
  private final Vault vault;
  private final JdbcClient jdbc;
  private final NoticeRetention retention;
  private Instant now = Instant.now();

  @Autowired
  RetentionTest(
      MockMvc http,
      Intake intake,
      Notices notices,
      Receipts receipts,
      Vault vault,
      JdbcClient jdbc,
      AccessLedger ledger,
      TransactionOperations transactions,
      ReportSettings settings) {
    this.http = http;
    this.intake = intake;
    this.notices = notices;
    this.receipts = receipts;
    this.vault = vault;
    this.jdbc = jdbc;
    this.retention = new NoticeRetention(
        new RetentionStore(jdbc), vault, ledger, transactions, settings, () -> now);
  }

  @BeforeEach
  void present() {
    now = Instant.now();
  }

  private Receipt send(Origin origin) throws IOException {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("scams-and-fraud"),
        SECRET + " explanation",
        List.of(MadeUpContent.of(
            Surface.PUBLIC,
            Optional.of(SECRET + "-room"),
            Optional.of(SECRET + "-account"),
            Optional.of("1"))),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        true,
        Language.EN,
        Map.of(Detail.SEEN, SECRET + " detail"));
    byte[] file = "made-up file".getBytes(StandardCharsets.US_ASCII);
    NewAttachment attachment = new NewAttachment(
        EvidenceKind.ATTACHMENT,
        "text/plain",
        FileName.sent(SECRET + " <selfie>.txt"),
        () -> new ByteArrayInputStream(file));
    IntakeOutcome outcome =
        intake.receive(new NewNotice(KEY, Optional.empty(), origin, claim, List.of(attachment)));
    return ((IntakeOutcome.Received) outcome).receipt();
  }

  private static Origin form() {
    return new Origin.Form(
        Optional.of(new Origin.Contact(SECRET + " name", SECRET + "@example.org")));
  }

  private void decide(Receipt receipt) {
    notices.decided(receipt.notice(), new Notice.Outcome(true, false, SECRET + " sentence", false));
  }

  private String rows(Receipt receipt) {
    return jdbc.sql("""
            select coalesce((select n::text from report.notice n where notice_id = :id), '')
                || coalesce((select string_agg(c::text, '') from report.contact c
                              where notice_id = :id), '')
                || coalesce((select string_agg(p::text, '') from report.place p
                              where notice_id = :id), '')
                || coalesce((select string_agg(d::text, '') from report.detail d
                              where notice_id = :id), '')
                || coalesce((select string_agg(a::text, '') from report.attachment a
                              where notice_id = :id), '')
            """)
        .param("id", receipt.notice().value())
        .query(String.class)
        .single();
  }

  /// Counts the marks by which the reporter would be recognised.
  private int marks(Receipt receipt) {
    return jdbc.sql("select count(reporter_mark) from report.notice where notice_id = :id")
        .param("id", receipt.notice().value())
        .query(Integer.class)
        .single();
  }

  private List<String> ledger(Receipt receipt) {
    return jdbc.sql("select act from access.ledger where subject = :subject order by entry_id")
        .param("subject", receipt.notice().reference())
        .query(String.class)
        .list();
  }

  private String page(Receipt receipt, String language) throws Exception {
    return http.perform(get("/report/r/" + receipt.code().value()).queryParam("lang", language))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private Notice found(Receipt receipt) {
    return receipts.find(receipt.code()).orElseThrow();
  }

  private void forgetAll() {
    while (retention.step()) {
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void notice_whoseDecisionDoesNotStand_keepsWhatItSaysUntilTheNextOne() throws Exception {
    Receipt receipt = send(form());
    decide(receipt);
    notices.openAgain(receipt.notice());
    assertThat(found(receipt).progress()).isEqualTo(new Notice.Progress.Open());
    now = now.plus(Duration.ofDays(4_000));
    forgetAll();
    assertThat(rows(receipt)).contains(SECRET + " explanation", SECRET + " name");

    decide(receipt);
    assertThat(found(receipt).progress()).isInstanceOf(Notice.Progress.Decided.class);
  }

  @Test
  void notice_decidedLongAgo_losesItsReporterFirstAndItsContentLater() throws Exception {
    Receipt receipt = send(form());
    Receipt messenger = send(new Origin.Messenger(KEY.id(), Optional.of(SECRET + "-user")));
    Receipt open = send(form());
    decide(receipt);
    decide(messenger);
    now = now.plus(Duration.ofDays(239));
    forgetAll();
    assertThat(rows(receipt)).contains(SECRET + "@example.org", "selfie");
    assertThat(page(receipt, "en")).contains(SECRET + " &lt;selfie&gt;.txt (12 bytes)");
    assertThat(page(receipt, "fr")).contains("Fichiers reçus", ".txt (12 octets)");
    assertThat(marks(receipt) + marks(messenger) + marks(open)).isEqualTo(3);
    assertThat(ledger(receipt)).isEmpty();

    now = now.plus(Duration.ofDays(2));
    forgetAll();
    assertThat(rows(receipt))
        .doesNotContain(SECRET + "@example.org", SECRET + " name", "selfie")
        .contains(SECRET + "-account");
    assertThat(rows(messenger)).doesNotContain(SECRET + "-user").contains(SECRET + "-room");
    assertThat(marks(receipt) + marks(messenger)).isZero();
    assertThat(marks(open)).isOne();
    assertThat(ledger(receipt)).containsExactly("reporter forgotten");
    assertThat(found(receipt).forgotten().reporter()).isPresent();
    assertThat(page(receipt, "en"))
        .contains("Who sent this report was deleted on", SECRET + " sentence", "File 1 (12 bytes)");

    now = now.plus(Duration.ofDays(490));
    forgetAll();
    assertThat(rows(receipt) + rows(messenger)).doesNotContain(SECRET);
    assertThat(rows(open)).contains(SECRET + "@example.org", SECRET + "-room");
    assertThat(ledger(receipt)).containsExactly("reporter forgotten", "notice forgotten");
    Notice left = found(receipt);
    assertThat(left.claim().category()).isEqualTo(new CategoryKey("scams-and-fraud"));
    assertThat(left.claim().reported()).isEmpty();
    assertThat(((Notice.Progress.Decided) left.progress()).outcome())
        .isEqualTo(new Notice.Outcome(true, false, "", false));
    assertThat(page(receipt, "en"))
        .contains("What this report said was deleted on")
        .doesNotContain("Files received");
    assertThat(page(receipt, "fr")).contains("Ce que disait ce signalement a été supprimé le");
    forgetAll();
    assertThat(ledger(receipt)).hasSize(2);
  }

  @Test
  void notice_withEvidenceUnderAHold_isForgottenOnceTheHoldHasEnded() throws Exception {
    Receipt receipt = send(form());
    decide(receipt);
    Hold hold = vault.hold(
        new Caller.Vigie(),
        found(receipt).evidence().getFirst(),
        "a law",
        "file:1",
        Optional.empty());
    now = now.plus(Duration.ofDays(731));
    forgetAll();
    assertThat(rows(receipt)).contains(SECRET + "@example.org", SECRET + "-room");

    vault.release(new Caller.Vigie(), hold.id(), "done");
    now = now.plus(Duration.ofDays(1));
    forgetAll();
    assertThat(rows(receipt)).doesNotContain(SECRET);
  }

  @Test
  void misuse_longEnded_isForgottenAndOneThatCountsIsNot() {
    jdbc.sql("""
            insert into report.misuse (reporter_mark, until, number, total, gravity, intent,
                reason, by, at)
            select repeat(digit, 64), now() + days * interval '1 day', 3, 3, 'LOW', 'UNKNOWN', '',
                'vigie', now() + days * interval '1 day' - interval '1 day'
              from (values ('a', -731), ('b', 0)) as made (digit, days)
            """).update();
    forgetAll();
    assertThat(jdbc.sql("select left(reporter_mark, 1) from report.misuse")
            .query(String.class)
            .list())
        .containsExactly("b");
  }
}
