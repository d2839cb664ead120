package org.vigie.server.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.media.Deadline;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.LumaSource;
import org.vigie.media.MediaFormat;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.ScanOutcome.Cause;

/// For every outcome of a decoder there are digests, and the picture has signals or a cause.
final class MediaReaderTest {
  private static final Media MEDIA = Media.of("abc".getBytes(StandardCharsets.UTF_8));

  private static final long MEMORY = 1 << 30;

  private static PictureReading read(LumaSource source, Duration deadline) {
    try (Decoders decoders = new Decoders(1)) {
      return new MediaReader(source, decoders, deadline, MEMORY)
          .extract(MEDIA, DecodingLane.SCANS)
          .picture();
    }
  }

  @Test
  void media_ofThreeLetters_hasThePublishedDigests() {
    assertThat(MEDIA.digests())
        .containsExactly(
            DigestType.MD5.parse("900150983cd24fb0d6963f7d28e17f72"),
            DigestType.SHA1.parse("a9993e364706816aba3e25717850c26c9cd0d89d"),
            DigestType.SHA256.parse(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }

  @Test
  void extraction_decoderThatBreaks_isACause() {
    for (Throwable defect : new Throwable[] {
      new IllegalStateException(), new StackOverflowError(), new OutOfMemoryError()
    }) {
      LumaSource broken = (_, _) -> {
        switch (defect) {
          case Error error -> throw error;
          default -> throw (RuntimeException) defect;
        }
      };
      assertThat(read(broken, Duration.ofSeconds(10)))
          .isEqualTo(new NoPicture(Cause.DECODER_FAILED));
    }
  }

  @Test
  void extraction_causesOfTheDecoder_areKept() {
    for (DecodeOutcome.Cause cause : DecodeOutcome.Cause.values()) {
      assertThat(read((_, _) -> new DecodeOutcome.Undecodable(cause, ""), Duration.ofSeconds(10)))
          .isEqualTo(new NoPicture(Cause.valueOf(cause.name())));
    }
  }

  @Test
  void extraction_beyondTheDeadline_isACauseAndWaitingWorkIsNeverBegun() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    LumaSource slow = (_, _) -> {
      begun.incrementAndGet();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new DecodeOutcome.Undecodable(DecodeOutcome.Cause.EMPTY, "");
    };
    try (Decoders decoders = new Decoders(1)) {
      MediaReader extraction = new MediaReader(slow, decoders, Duration.ofMillis(200), MEMORY);
      assertThat(extraction.extract(MEDIA, DecodingLane.SCANS).picture())
          .isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
      assertThat(extraction.extract(MEDIA, DecodingLane.SCANS).picture())
          .isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
      release.countDown();
      assertThat(decoders.within(DecodingLane.SCANS, Duration.ofSeconds(10), _ -> "free"))
          .contains("free");
    }
    assertThat(begun).hasValue(1);
  }

  /// The whole of a file that would be read for ever, were it not for the deadline.
  @Test
  void extraction_beyondTheDeadline_endsTheWorkItselfAndTheThreadIsFree() {
    AtomicInteger ended = new AtomicInteger();
    LumaSource endless = (_, deadline) -> {
      while (!deadline.hasPassed()) {
        Thread.onSpinWait();
      }
      ended.incrementAndGet();
      return new DecodeOutcome.Undecodable(DecodeOutcome.Cause.DEADLINE_PASSED, "");
    };
    try (Decoders decoders = new Decoders(1)) {
      MediaReader extraction = new MediaReader(endless, decoders, Duration.ofMillis(50), MEMORY);
      for (int i = 0; i < 3; i++) {
        assertThat(extraction.extract(MEDIA, DecodingLane.SCANS).picture())
            .isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
      }
      assertThat(decoders.within(DecodingLane.SCANS, Duration.ofSeconds(10), _ -> "free"))
          .contains("free");
    }
    assertThat(ended.get()).isBetween(1, 3);
  }

  @Test
  void extraction_planeThatEndsWhileItIsHashed_isACause() {
    LumaSource source = (_, _) -> {
      LumaPlane rows = new LumaPlane() {
        @Override
        public int width() {
          return 100;
        }

        @Override
        public int height() {
          return 100;
        }

        @Override
        public void readRow(int y, float[] samples, int offset) {
          Deadline passed = () -> y == 50;
          passed.check();
        }
      };
      return new DecodeOutcome.Decoded(MediaFormat.PNG, 100, 100, rows);
    };
    assertThat(read(source, Duration.ofSeconds(10)))
        .isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
  }

  @Test
  void extraction_moreMemoryThanItsLane_isRefusedBeforeDecoding() {
    LumaSource large = new LumaSource() {
      @Override
      public DecodeOutcome decode(byte[] file, Deadline deadline) {
        throw new AssertionError("was decoded");
      }

      @Override
      public long memory(byte[] file, Deadline deadline) {
        return 101L << 20;
      }
    };
    try (Decoders decoders = new Decoders(1)) {
      MediaReader extraction = new MediaReader(large, decoders, Duration.ofSeconds(10), 200L << 20);
      assertThat(extraction.extract(MEDIA, DecodingLane.SCANS).picture())
          .isEqualTo(new NoPicture(Cause.TOO_MANY_PIXELS));
    }
  }
}
