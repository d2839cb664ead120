package org.vigie.server.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.media.Deadline;
import org.vigie.media.DecodingMemory;
import org.vigie.server.scan.DecodingLane;

/// Lanes: strangers never before scans, and no caller waits for ever.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class DecodersTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private final Decoders decoders = new Decoders(2);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    callers.shutdownNow();
    decoders.close();
  }

  private Future<Optional<String>> begin(
      DecodingLane lane, Duration limit, Function<Deadline, String> work) {
    return callers.submit(() -> decoders.within(lane, limit, work));
  }

  private static String wait(CountDownLatch latch) {
    try {
      assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "waited";
  }

  @Test
  void within_strangerWhileScansWantEveryProcessor_waitsAtItsNextRow() throws Exception {
    CountDownLatch scansMayEnd = new CountDownLatch(1);
    CountDownLatch strangerBegan = new CountDownLatch(1);
    CountDownLatch scansRun = new CountDownLatch(2);
    Future<Optional<String>> stranger = begin(DecodingLane.STRANGERS, LONG, deadline -> {
      strangerBegan.countDown();
      wait(scansRun);
      assertThat(deadline.hasPassed()).isFalse();
      log.add("stranger went on");
      return "stranger";
    });
    wait(strangerBegan);
    List<Future<Optional<String>>> scans = IntStream.range(0, 2)
        .mapToObj(_ -> begin(DecodingLane.SCANS, LONG, _ -> {
          scansRun.countDown();
          wait(scansMayEnd);
          log.add("scan ended");
          return "scan";
        }))
        .toList();
    wait(scansRun);
    scansMayEnd.countDown();
    for (Future<Optional<String>> scan : scans) {
      assertThat(scan.get()).contains("scan");
    }
    assertThat(stranger.get()).contains("stranger");
    assertThat(log.getFirst()).isEqualTo("scan ended");
  }

  @Test
  void within_callerWhileScansWantEveryProcessor_goesOn() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch run = new CountDownLatch(2);
    List<Future<Optional<String>>> scans = IntStream.range(0, 2)
        .mapToObj(_ -> begin(DecodingLane.SCANS, LONG, _ -> {
          run.countDown();
          return wait(release);
        }))
        .toList();
    wait(run);
    assertThat(decoders.within(
            DecodingLane.CALLERS,
            Duration.ofSeconds(10),
            deadline -> deadline.hasPassed() ? "ended" : "went on"))
        .contains("went on");
    release.countDown();
    for (Future<Optional<String>> scan : scans) {
      scan.get();
    }
  }

  @Test
  void memory_forWorkWhoseDeadlinePasses_isWaitedForNoLonger() {
    DecodingMemory memory = new DecodingMemory(1 << 20);
    AtomicInteger asked = new AtomicInteger();
    assertThat(memory.take(1, () -> false)).isInstanceOf(DecodingMemory.Taken.class);
    assertThat(memory.take(1, () -> asked.incrementAndGet() > 3))
        .isInstanceOf(DecodingMemory.NotInTime.class);
    assertThat(asked).hasValue(4);
  }

  @Test
  void within_scanWhileStrangersFillTheirLane_isDoneAtOnce() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch began = new CountDownLatch(1);
    List<Future<Optional<String>>> strangers = IntStream.range(0, 100)
        .mapToObj(_ -> begin(DecodingLane.STRANGERS, LONG, _ -> {
          began.countDown();
          return wait(release);
        }))
        .toList();
    wait(began);
    assertThat(decoders.within(DecodingLane.SCANS, LONG, _ -> "scan")).contains("scan");
    assertThat(decoders.within(DecodingLane.CALLERS, LONG, _ -> "hash")).contains("hash");
    release.countDown();
    long taken = 0;
    for (Future<Optional<String>> stranger : strangers) {
      taken += stranger.get().isPresent() ? 1 : 0;
    }
    // One at work and sixteen waiting; the others are refused at once. Some may have come only when
    // there was room again.
    assertThat(taken).isBetween(17L, 100L);
  }

  @Test
  void within_laneThatIsFull_saysSoAtOnce() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch began = new CountDownLatch(1);
    Future<Optional<String>> first = begin(DecodingLane.STRANGERS, LONG, _ -> {
      began.countDown();
      return wait(release);
    });
    wait(began);
    CountDownLatch refused = new CountDownLatch(3);
    for (int i = 0; i < 19; i++) {
      callers.execute(() -> {
        if (decoders.within(DecodingLane.STRANGERS, LONG, _ -> "late").isEmpty()) {
          refused.countDown();
        }
      });
    }
    wait(refused);
    release.countDown();
    assertThat(first.get()).contains("waited");
  }

  @Test
  void hasPassed_ofAStrangerBehindScansForEver_passesAtItsDeadline() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch run = new CountDownLatch(2);
    List<Future<Optional<String>>> scans = IntStream.range(0, 2)
        .mapToObj(_ -> begin(DecodingLane.SCANS, LONG, _ -> {
          run.countDown();
          return wait(release);
        }))
        .toList();
    wait(run);
    CountDownLatch passed = new CountDownLatch(1);
    decoders.within(DecodingLane.STRANGERS, Duration.ofMillis(50), deadline -> {
      if (deadline.hasPassed()) {
        passed.countDown();
      }
      return "";
    });
    wait(passed);
    release.countDown();
    for (Future<Optional<String>> scan : scans) {
      scan.get();
    }
  }
}
