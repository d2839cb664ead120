package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BackgroundWorkTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void step_thatFails_isTriedAgain() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    CountDownLatch twice = new CountDownLatch(2);
    BackgroundWork work = new BackgroundWork("test", Duration.ofMillis(1), () -> {
      twice.countDown();
      if (steps.incrementAndGet() == 1) {
        throw new IOException("the first step fails");
      }
      return LONG;
    });

    work.start();

    assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
    work.stop();
    assertThat(steps).hasValue(2);
  }

  @Test
  void work_thatRests_stopsAtOnce() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    BackgroundWork work = new BackgroundWork("test", LONG, () -> {
      begun.countDown();
      return LONG;
    });
    work.start();
    begun.await();

    long before = System.nanoTime();
    work.stop();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void work_neverStarted_canBeStopped() {
    BackgroundWork work = new BackgroundWork("test", LONG, () -> LONG);

    assertThatCode(work::stop).doesNotThrowAnyException();
  }
}
