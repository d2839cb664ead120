package org.vigie.server.scan.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.MadeUpPolicies;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanOutcome;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.ScanWorld;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.Scans;
import org.vigie.server.scan.reading.BusyDecoders;
import org.vigie.server.scan.reading.Decoders;
import org.vigie.testkit.Eventually;
import org.vigie.testkit.SyntheticPicture;

/// Files that strangers sent while their lane was full are read later.
@ServerTest
@Import(ScanWorld.class)
@TestPropertySource(properties = "vigie.scan.deadline=60s")
final class LateReadingTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Scanner scanner;
  private final Scans scans;
  private final Decoders decoders;
  private final MadeUpBanks banks;

  @Autowired
  LateReadingTest(Scanner scanner, Scans scans, Decoders decoders, MadeUpBanks banks) {
    this.scanner = scanner;
    this.scans = scans;
    this.decoders = decoders;
    this.banks = banks;
  }

  /// Reads a picture later where it was not in time, as the intake of notices does.
  private Scan scan(byte[] file, DecodingLane lane) {
    ScanRequest request = new ScanRequest(
        new Caller.Key(new KeyId("aaaaaaaaaaaa")),
        Optional.empty(),
        MadeUpSubjects.nowhere(Surface.PUBLIC));
    Scan scan = ((ScanReply.Answered) scanner.scan(request, Media.of(file), lane)).scan();
    scanner.readLater(scan, Media.of(file));
    return scan;
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void scan_ofAStrangerWhoseLaneIsFull_isReadLaterAndOthersAtOnce() throws Exception {
    know(77);
    byte[] file = MadeUpMedia.png(77);
    CountDownLatch release = new CountDownLatch(1);
    ScanId late;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      fill(callers, release);
      Scan stranger = scan(file, DecodingLane.STRANGERS);
      assertThat(stranger.signals().picture()).isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
      assertThat(stranger.outcome()).isInstanceOf(ScanOutcome.Unscannable.class);
      assertThat(scan(file, DecodingLane.SCANS).outcome()).isInstanceOf(ScanOutcome.Matched.class);
      assertThat(scan(file, DecodingLane.CALLERS).outcome())
          .isInstanceOf(ScanOutcome.Matched.class);
      late = stranger.id();
      release.countDown();
    }
    Scan read = read(late);
    assertThat(read.outcome()).isInstanceOf(ScanOutcome.Matched.class);
    assertThat(read.signals().picture()).isInstanceOf(Picture.class);
    assertThat(read.comparison().gap()).isEmpty();
  }

  private void know(long seed) {
    SyntheticPicture picture = MadeUpMedia.picture(seed);
    banks.add(
        ScanWorld.PETTY,
        new PdqHasher()
            .hash(LumaPlane.ofRgb(picture.width(), picture.height(), picture.rgb()))
            .signal());
  }

  private Scan read(ScanId late) {
    long end = System.nanoTime() + LONG.toNanos();
    while (scans.find(late).orElseThrow().outcome() instanceof ScanOutcome.Unscannable) {
      assertThat(System.nanoTime()).as("still not read").isLessThan(end);
      Thread.onSpinWait();
    }
    return scans.find(late).orElseThrow();
  }

  /// A file with a late match is kept, and shown with its case, like one with a match at once; a
  /// stranger's file without a match is not.
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void attachment_thatMatchesLate_isTheMediaOfItsCaseAndKept(
      @Autowired Intake intake,
      @Autowired Notices notices,
      @Autowired Vault vault,
      @Autowired JdbcClient jdbc)
      throws Exception {
    know(78);
    CountDownLatch release = new CountDownLatch(1);
    EvidenceId known;
    EvidenceId other;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      fill(callers, release);
      known = notices
          .find(received(intake, MadeUpMedia.png(78)))
          .orElseThrow()
          .evidence()
          .get(0);
      other = notices
          .find(received(intake, MadeUpMedia.png(79)))
          .orElseThrow()
          .evidence()
          .get(0);
      assertThat(daysKept(vault, known)).isEqualTo(14);
      release.countDown();
    }
    Scan matched = read(scanOf(jdbc, known));
    assertThat(matched.outcome()).isInstanceOf(ScanOutcome.Matched.class);
    assertThat(matched.media()).contains(known);
    Eventually.holds(() -> scanCases(jdbc, known) == 1);
    assertThat(daysKept(vault, known)).as("the term of its case").isEqualTo(365);
    Scan clear = read(scanOf(jdbc, other));
    assertThat(clear.outcome()).isInstanceOf(ScanOutcome.Clear.class);
    assertThat(clear.media()).isEmpty();
    assertThat(daysKept(vault, other)).isEqualTo(14);
  }

  private static NoticeId received(Intake intake, byte[] picture) throws Exception {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey(MadeUpPolicies.PETTY),
        "A made-up reason.",
        List.of(MadeUpContent.account(UUID.randomUUID().toString())),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        false,
        Language.EN);
    NewAttachment file = new NewAttachment(
        EvidenceKind.ATTACHMENT, "image/png", () -> new ByteArrayInputStream(picture));
    NewNotice notice = new NewNotice(
        new Caller.Vigie(),
        Optional.empty(),
        new Origin.Form(Optional.empty()),
        claim,
        List.of(file));
    return ((IntakeOutcome.Received) intake.receive(notice)).receipt().notice();
  }

  private static long daysKept(Vault vault, EvidenceId id) {
    Instant until = vault.find(id).orElseThrow().description().keepUntil();
    return Duration.between(Instant.now(), until).plusHours(12).toDays();
  }

  private static ScanId scanOf(JdbcClient jdbc, EvidenceId attachment) {
    return new ScanId(jdbc.sql("select scan_id from report.attachment where evidence_id = :id")
        .param("id", attachment.value())
        .query(UUID.class)
        .single());
  }

  /// Returns how many cases with a match have this evidence.
  private static int scanCases(JdbcClient jdbc, EvidenceId evidence) {
    return jdbc.sql("""
            select count(distinct e.case_id) from review.case_evidence e
              join review.case_member m using (case_id) where e.evidence_id = :id
            """).param("id", evidence.value()).query(Integer.class).single();
  }

  @Test
  void mostBytes_ofASmallHeap_areASixteenthOfIt() {
    assertThat(LateReading.mostBytes(160L << 20)).isEqualTo(10L << 20);
    assertThat(LateReading.mostBytes(8L << 30)).isEqualTo(64L << 20);
  }

  /// Occupies the thread of the lane, and then its queue until one more is refused. The other way
  /// round, an idle thread could still take one from the full queue, and leave a place.
  private void fill(ExecutorService callers, CountDownLatch release) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    callers.execute(() -> BusyDecoders.run(decoders, DecodingLane.STRANGERS, LONG, _ -> {
      busy.countDown();
      return awaited(release);
    }));
    assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
    CountDownLatch full = new CountDownLatch(1);
    for (int i = 0; i < 20; i++) {
      callers.execute(() -> {
        if (BusyDecoders.run(decoders, DecodingLane.STRANGERS, LONG, _ -> awaited(release))
            .isEmpty()) {
          full.countDown();
        }
      });
    }
    assertThat(full.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private static String awaited(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS) ? "released" : "not released";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
