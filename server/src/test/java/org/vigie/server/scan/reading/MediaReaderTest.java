package org.vigie.server.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.media.Deadline;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.Frames;
import org.vigie.media.Frames.FrameOutcome;
import org.vigie.media.LumaSource;
import org.vigie.media.MediaFormat;
import org.vigie.media.OpenOutcome;
import org.vigie.server.MadeUpFrames;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
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
      return new OpenOutcome.Opened(Frames.of(MediaFormat.PNG, 100, 100, rows));
    };
    assertThat(read(source, Duration.ofSeconds(10)))
        .isEqualTo(new NoPicture(Cause.DEADLINE_PASSED));
  }

  @Test
  void extraction_moreMemoryThanItsLane_isRefusedBeforeDecoding() {
    AtomicBoolean closed = new AtomicBoolean();
    Supplier<FrameOutcome> never = () -> {
      throw new AssertionError("was decoded");
    };
    LumaSource large = (_, _) -> MadeUpFrames.open(101L << 20, List.of(never), closed);
    try (Decoders decoders = new Decoders(1)) {
      MediaReader extraction = new MediaReader(large, decoders, Duration.ofSeconds(10), 200L << 20);
      assertThat(extraction.extract(MEDIA, DecodingLane.SCANS).picture())
          .isEqualTo(new NoPicture(Cause.TOO_MANY_PIXELS));
    }
    assertThat(closed).isTrue();
  }

  private static FrameOutcome frame(long second) {
    byte[] grey = new byte[64];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (i * second);
    }
    return new Frames.Frame(Duration.ofSeconds(second), LumaPlane.ofGrey(8, 8, grey));
  }

  @Test
  void extraction_severalFrames_haveASignalEach() {
    AtomicBoolean closed = new AtomicBoolean();
    List<Supplier<FrameOutcome>> film = List.of(() -> frame(0), () -> frame(2), () -> frame(3));
    PictureReading read =
        read((_, _) -> MadeUpFrames.open(0, film, closed), Duration.ofSeconds(10));

    assertThat(((Picture) read).signals())
        .extracting(signal -> signal.frame().orElseThrow().toSeconds())
        .containsExactly(0L, 2L, 3L);
    assertThat(((Picture) read).signals())
        .allMatch(signal -> signal.type().equals(PdqSignal.TYPE))
        .allMatch(signal -> signal.orientations().size() == Dihedral.values().length);
    assertThat(closed).isTrue();
  }

  @Test
  void extraction_frameThatCannotBeDecoded_leavesNoPicture() {
    AtomicBoolean closed = new AtomicBoolean();
    List<Supplier<FrameOutcome>> film = List.of(
        () -> frame(0),
        () -> new DecodeOutcome.Undecodable(DecodeOutcome.Cause.TRUNCATED, ""),
        () -> frame(2));

    assertThat(read((_, _) -> MadeUpFrames.open(0, film, closed), Duration.ofSeconds(10)))
        .isEqualTo(new NoPicture(Cause.TRUNCATED));
    assertThat(closed).isTrue();
  }
}
