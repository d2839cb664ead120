package org.vigie.server.evidence.veil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.media.Deadline;
import org.vigie.media.DecodingMemory;
import org.vigie.media.Frames;
import org.vigie.media.LumaSource;
import org.vigie.media.MediaFile;
import org.vigie.media.NativeBytes;
import org.vigie.media.OpenOutcome;
import org.vigie.server.MadeUpFrames;

final class RenditionDecoderTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final NativeBytes FILE = NativeBytes.collected(1);
  private static final long MEGABYTE = 1 << 20;
  private static final Frames.Frame PICTURE =
      new Frames.Frame(Duration.ZERO, LumaPlane.ofGrey(8, 8, new byte[64]));

  /// A source that needs two megabytes for each picture.
  private record Source(Consumer<Deadline> work) implements LumaSource {
    @Override
    public OpenOutcome open(MediaFile file, Deadline deadline) {
      return MadeUpFrames.open(2 * MEGABYTE, List.of(() -> {
        work.accept(deadline);
        return PICTURE;
      }));
    }
  }

  /// A clock on which a second passes with each question.
  @Test
  void rendition_beyondItsLimit_endsTheWorkAtTheQuestionAfter() {
    AtomicLong now = new AtomicLong();
    AtomicInteger rows = new AtomicInteger();
    Source endless = new Source(deadline -> {
      while (true) {
        deadline.check();
        rows.incrementAndGet();
      }
    });
    try (RenditionThreads threads =
        new RenditionThreads(LIMIT, () -> now.getAndAdd(1_000_000_000L))) {
      assertThat(decoder(endless, threads, 3).rendition(FILE, 8)).isEmpty();

      assertThat(rows.get()).isBetween(5, 10);
      assertThat(threads.within(_ -> "free")).contains("free");
    }
  }

  @Test
  void renditions_atOnce_takeNoMoreMemoryThanThereIs() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Source source = new Source(_ -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      for (int i = 0; i < 10_000; i++) {
        Thread.onSpinWait();
      }
      inside.decrementAndGet();
    });
    try (RenditionThreads threads = new RenditionThreads(LIMIT, System::nanoTime);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      RenditionDecoder decoder = decoder(source, threads, 3);
      List<Future<Optional<byte[]>>> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        all.add(callers.submit(() -> decoder.rendition(FILE, 8)));
      }
      for (Future<Optional<byte[]>> each : all) {
        assertThat(each.get()).isPresent();
      }
    }
    assertThat(most.get()).isOne();
  }

  @Test
  void rendition_ofAPictureThatNeedsMoreMemoryThanThereIs_isNotDecoded() {
    Source source = new Source(_ -> {
      throw new AssertionError("was decoded");
    });
    try (RenditionThreads threads = new RenditionThreads(LIMIT, System::nanoTime)) {
      assertThat(decoder(source, threads, 1).rendition(FILE, 8)).isEmpty();
    }
  }

  @Test
  void renditions_whoseDecoderFails_giveTheirMemoryBack() {
    Source broken = new Source(_ -> {
      throw new IllegalStateException("broken");
    });
    try (RenditionThreads threads = new RenditionThreads(LIMIT, System::nanoTime)) {
      DecodingMemory memory = new DecodingMemory(2 * MEGABYTE);
      for (int i = 0; i < 3; i++) {
        assertThat(new RenditionDecoder(broken, threads, memory).rendition(FILE, 8))
            .isEmpty();
      }
      assertThat(new RenditionDecoder(new Source(_ -> {}), threads, memory).rendition(FILE, 8))
          .isPresent();
    }
  }

  private static RenditionDecoder decoder(Source source, RenditionThreads threads, int megabytes) {
    return new RenditionDecoder(source, threads, new DecodingMemory(megabytes * MEGABYTE));
  }
}
