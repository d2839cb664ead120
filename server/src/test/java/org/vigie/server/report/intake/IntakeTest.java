package org.vigie.server.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.report.answering.Receipts;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.attachments.UploadQuotas;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;

/// Many notices at once.
@ServerTest
final class IntakeTest {
  private static final int THREADS = 8;
  private static final Caller.Key KEY = new Caller.Key(new KeyId("testtesttest"));

  private final Intake intake;
  private final Notices notices;
  private final Receipts receipts;
  private final Vault vault;
  private final JdbcClient jdbc;

  @Autowired
  IntakeTest(Intake intake, Notices notices, Receipts receipts, Vault vault, JdbcClient jdbc) {
    this.intake = intake;
    this.notices = notices;
    this.receipts = receipts;
    this.vault = vault;
    this.jdbc = jdbc;
  }

  private static NewNotice notice(String room, Optional<String> key) {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("hate-speech"),
        "",
        List.of(MadeUpContent.message(Surface.PUBLIC, room, "1")),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        false,
        Language.EN);
    return new NewNotice(
        KEY,
        key.map(IdempotencyKey::new),
        new Origin.Messenger(KEY.id(), Optional.empty()),
        claim,
        List.of());
  }

  private List<Receipt> atOnce(NewNotice notice) throws Exception {
    Callable<Receipt> sending = () -> ((IntakeOutcome.Received) intake.receive(notice)).receipt();
    List<Receipt> receipts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Receipt> each :
          threads.invokeAll(java.util.Collections.nCopies(THREADS, sending))) {
        receipts.add(each.get());
      }
    }
    return receipts;
  }

  @Test
  void notices_ofOnePlaceAtOnce_allCountAndAreLinkedToOne() throws Exception {
    List<Receipt> receipts = atOnce(notice("crowded", Optional.empty()));

    assertThat(receipts).extracting(Receipt::notice).doesNotHaveDuplicates();
    List<Receipt> first =
        receipts.stream().filter(each -> each.duplicateOf().isEmpty()).toList();
    assertThat(first).hasSize(1);
    assertThat(receipts)
        .filteredOn(each -> each.duplicateOf().isPresent())
        .hasSize(THREADS - 1)
        .allMatch(each -> each.duplicateOf().equals(Optional.of(first.getFirst().notice())));
  }

  @Test
  void notices_underOneKeyAtOnce_areOneNotice() throws Exception {
    List<Receipt> receipts = atOnce(notice("keyed", Optional.of("at-once")));

    assertThat(receipts)
        .extracting(Receipt::notice)
        .containsOnly(receipts.getFirst().notice());
    assertThat(this.receipts.find(receipts.getFirst().code())).isPresent();
  }

  @Test
  void share_isGivenBackWhereNothingIsSealed(@Autowired UploadQuotas quotas) throws Exception {
    NewNotice sent = withFile(notice("quota", Optional.of("quota-1")), "a stranger", 600);
    FileShare first = quotas.of(KEY.id());
    assertThat(intake.receive(sent, first)).isInstanceOf(IntakeOutcome.Received.class);
    assertThat(counted()).isEqualTo(600);

    assertThat(intake.receive(sent, quotas.of(KEY.id())))
        .isInstanceOf(IntakeOutcome.Received.class);
    assertThat(counted()).as("the same once more").isEqualTo(600);

    NewNotice reused = withFile(notice("elsewhere", Optional.of("quota-1")), "a stranger", 600);
    assertThat(intake.receive(reused, quotas.of(KEY.id())))
        .isInstanceOf(IntakeOutcome.KeyReused.class);
    assertThat(counted()).as("another under its key").isEqualTo(600);

    NewNotice mistaken = withFile(notice("mistaken", Optional.empty()), "a@example.org", 600);
    assertThatThrownBy(() -> intake.receive(mistaken, quotas.of(KEY.id())))
        .isInstanceOf(MalformedNoticeException.class);
    assertThat(counted()).as("a mistake").isEqualTo(600);

    AtomicInteger reads = new AtomicInteger();
    NewAttachment unreadable = new NewAttachment(EvidenceKind.SNAPSHOT, "application/json", () -> {
      if (reads.incrementAndGet() > 1) {
        throw new IOException("cannot be read again");
      }
      return new ByteArrayInputStream(new byte[600]);
    });
    NewNotice failing = with(notice("fails", Optional.empty()), "a stranger", unreadable);
    assertThatThrownBy(() -> intake.receive(failing, quotas.of(KEY.id())))
        .isInstanceOf(IOException.class);
    assertThat(counted()).as("a fault while it is sealed").isEqualTo(600);
  }

  @Test
  void share_ofOneNoticeSentManyTimesAtOnce_isTakenOnce(@Autowired UploadQuotas quotas)
      throws Exception {
    NewNotice sent = withFile(notice("crowd", Optional.of("quota-crowd")), "a stranger", 70);
    long before = counted();
    Callable<IntakeOutcome> sending = () -> intake.receive(sent, quotas.of(KEY.id()));
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<IntakeOutcome> each :
          threads.invokeAll(java.util.Collections.nCopies(THREADS, sending))) {
        assertThat(each.get()).isInstanceOf(IntakeOutcome.Received.class);
      }
    }
    assertThat(counted()).isEqualTo(before + 70);
  }

  private long counted() {
    return jdbc.sql("select coalesce(sum(bytes), 0) from report.upload_quota")
        .query(Long.class)
        .single();
  }

  private static NewNotice withFile(NewNotice notice, String reporter, int bytes) {
    byte[] content = new byte[bytes];
    java.util.Arrays.fill(content, (byte) 'x');
    return with(
        notice,
        reporter,
        new NewAttachment(
            EvidenceKind.ATTACHMENT, "video/mp4", () -> new ByteArrayInputStream(content)));
  }

  private static NewNotice with(NewNotice notice, String reporter, NewAttachment attachment) {
    return new NewNotice(
        KEY,
        notice.key(),
        new Origin.Messenger(KEY.id(), Optional.of(reporter)),
        notice.claim(),
        List.of(attachment));
  }

  @Test
  void notice_ofSeveralPlaces_isADuplicateOnlyIfAllAreNamed() throws Exception {
    Receipt one =
        ((IntakeOutcome.Received) intake.receive(notice("wide", Optional.empty()))).receipt();
    NewNotice sent = notice("wide", Optional.empty());
    Claim claim = sent.claim();
    List<ReportedContent> both = List.of(claim.reported().getFirst(), MadeUpContent.account("a-9"));
    Claim wider = new Claim(
        claim.ground(),
        claim.category(),
        "",
        both,
        claim.messenger(),
        claim.surface(),
        false,
        claim.language());
    Receipt two = ((IntakeOutcome.Received)
            intake.receive(new NewNotice(KEY, Optional.empty(), sent.origin(), wider, List.of())))
        .receipt();

    assertThat(one.duplicateOf()).isEmpty();
    assertThat(two.duplicateOf()).isEmpty();
  }

  @Test
  void attachment_thatTheScanSeals_isSealedOnceAndKeptForTheNotice() throws Exception {
    NewNotice sent = notice("attached", Optional.empty());
    byte[] film = "no picture, and public".getBytes(StandardCharsets.US_ASCII);
    NewAttachment attachment = new NewAttachment(
        EvidenceKind.ATTACHMENT, "video/mp4", () -> new ByteArrayInputStream(film));
    Receipt receipt = ((IntakeOutcome.Received) intake.receive(
            new NewNotice(KEY, Optional.empty(), sent.origin(), sent.claim(), List.of(attachment))))
        .receipt();

    EvidenceId sealed = notices.find(receipt.notice()).orElseThrow().evidence().getFirst();
    EvidenceObject object = vault.find(sealed).orElseThrow();
    assertThat(object.description().source()).startsWith("scan:");
    assertThat(object.description().mediaType()).isEqualTo("video/mp4");
    assertThat(object.description().keepUntil()).isAfter(Instant.now().plus(Duration.ofDays(364)));
    assertThat(vault.custody(sealed))
        .extracting(CustodyEntry::act)
        .containsExactly(CustodyAct.SEALED, CustodyAct.KEPT);
    assertThat(jdbc.sql("select count(*) from evidence.object where sha256 = :sha256")
            .param("sha256", object.sha256())
            .query(Integer.class)
            .single())
        .isOne();
  }
}
