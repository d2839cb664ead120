package org.vigie.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.policy.Surface;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.testkit.SyntheticPicture;

/// What strangers sent while their lane was full is read when it no longer is.
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

  private Scan scan(byte[] file, DecodingLane lane) {
    ScanRequest request = new ScanRequest(
        new Caller.Key(new KeyId("aaaaaaaaaaaa")),
        Optional.empty(),
        new Submission(Surface.PUBLIC, Optional.empty(), Optional.empty(), Optional.empty()));
    return ((ScanReply.Answered) scanner.scan(request, Media.of(file), lane)).scan();
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void scan_ofAStrangerWhoseLaneIsFull_isReadLaterAndOthersAtOnce() throws Exception {
    SyntheticPicture picture = MadeUpMedia.picture(77);
    banks.add(
        ScanWorld.PETTY,
        new PdqHasher()
            .hash(LumaPlane.ofRgb(picture.width(), picture.height(), picture.rgb()))
            .signal());
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
    long end = System.nanoTime() + LONG.toNanos();
    while (scans.find(late).orElseThrow().outcome() instanceof ScanOutcome.Unscannable) {
      assertThat(System.nanoTime()).as("still not read").isLessThan(end);
      Thread.onSpinWait();
    }
    Scan read = scans.find(late).orElseThrow();
    assertThat(read.outcome()).isInstanceOf(ScanOutcome.Matched.class);
    assertThat(read.signals().picture()).isInstanceOf(Picture.class);
    assertThat(read.comparison().gap()).isEmpty();
  }

  @Test
  void mostBytes_ofASmallHeap_areASixteenthOfIt() {
    assertThat(LateReading.mostBytes(160L << 20)).isEqualTo(10L << 20);
    assertThat(LateReading.mostBytes(8L << 30)).isEqualTo(64L << 20);
  }

  /// Until one more is told that it is too much.
  private void fill(ExecutorService callers, CountDownLatch release) throws InterruptedException {
    CountDownLatch full = new CountDownLatch(1);
    for (int i = 0; i < 20; i++) {
      callers.execute(() -> {
        if (decoders.within(DecodingLane.STRANGERS, LONG, _ -> awaited(release)).isEmpty()) {
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
