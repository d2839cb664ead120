package org.vigie.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.DigestType;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.LumaSource;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.ScanOutcome.Cause;

/// Whatever a decoder does, there are digests, and the picture has signals or a cause.
final class SignalExtractionTest {
  private static final Media MEDIA = Media.of("abc".getBytes(StandardCharsets.UTF_8));

  private static PictureReading read(LumaSource source, Duration deadline) {
    try (Decoders decoders = new Decoders(1)) {
      return new SignalExtraction(source, decoders, deadline).extract(MEDIA).picture();
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
      SignalExtraction extraction = new SignalExtraction(slow, decoders, Duration.ofMillis(200));
      assertThat(extraction.extract(MEDIA).picture())
          .isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
      assertThat(extraction.extract(MEDIA).picture())
          .isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
      release.countDown();
      assertThat(decoders.within(Duration.ofSeconds(10), () -> "free")).contains("free");
    }
    assertThat(begun).hasValue(1);
  }
}
