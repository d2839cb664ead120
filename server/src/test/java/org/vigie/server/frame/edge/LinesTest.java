package org.vigie.server.frame.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Eventually;

final class LinesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> entered = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /// Lets a caller join, and waits until it is in line.
  private Future<Boolean> join(Lines lines, String network) {
    int before = lines.waiting();
    Future<Boolean> one = threads.submit(() -> {
      boolean enters = lines.enter(network, LONG);
      if (enters) {
        entered.add(network);
      }
      return enters;
    });
    Eventually.holds(() -> lines.waiting() == before + 1 || one.isDone());
    return one;
  }

  private Lines full(int most) throws InterruptedException {
    Lines lines = new Lines(1, most);
    assertThat(lines.enter("first", Duration.ZERO)).isTrue();
    return lines;
  }

  @Test
  void visitor_aloneInANetwork_isServedAfterOneOfEachOther() throws Exception {
    Lines lines = full(1_000);
    for (int i = 0; i < 100; i++) {
      Future<Boolean> _ = join(lines, "crowd-" + i % 2);
    }
    Future<Boolean> _ = join(lines, "alone");
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lines.leave();
      order.add(entered.take());
    }

    assertThat(order).containsExactly("crowd-0", "crowd-1", "alone", "crowd-0");
  }

  @Test
  void line_thatIsFull_givesTheRoomOfTheLongestToOthers() throws Exception {
    Lines lines = full(20);
    List<Future<Boolean>> crowd = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      crowd.add(join(lines, "crowd"));
    }
    assertThat(lines.enter("crowd", LONG)).isFalse();

    Future<Boolean> alone = threads.submit(() -> lines.enter("alone", LONG));
    assertThat(crowd.getLast().get()).isFalse();
    assertThat(lines.waiting()).isEqualTo(20);
    assertThat(lines.enter("crowd", LONG)).isFalse();
    lines.leave();
    assertThat(entered.take()).isEqualTo("crowd");
    lines.leave();
    assertThat(alone.get()).isTrue();
  }

  @Test
  void line_thatIsFullOfNetworksOfOneEach_refusesTheNext() throws Exception {
    Lines lines = full(20);
    for (int i = 0; i < 20; i++) {
      Future<Boolean> _ = join(lines, "network-" + i);
    }
    assertThat(lines.enter("another", LONG)).isFalse();
  }

  @Test
  void visitor_whoGivesUp_leavesNothingBehind() throws Exception {
    Lines lines = full(20);
    for (int i = 0; i < 50; i++) {
      assertThat(lines.enter("crowd", Duration.ZERO)).isFalse();
    }
    Future<Boolean> interrupted = join(lines, "crowd");
    interrupted.cancel(true);
    Eventually.holds(() -> lines.waiting() == 0);
    lines.leave();
    assertThat(lines.enter("next", Duration.ZERO)).isTrue();
  }

  @Test
  void places_takenByManyAtOnce_areNeverMoreThanThereAreAndNoneIsLost() throws Exception {
    Lines lines = new Lines(3, 50);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String network = "network-" + i % 7;
      Duration patience = Duration.ofNanos(i % 3 * 100_000L);
      all.add(threads.submit(() -> {
        if (lines.enter(network, patience)) {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          inside.decrementAndGet();
          lines.leave();
        }
        return null;
      }));
    }
    for (Future<?> each : all) {
      each.get();
    }

    assertThat(most.get()).isBetween(1, 3);
    assertThat(lines.waiting()).isZero();
    for (int i = 0; i < 3; i++) {
      assertThat(lines.enter("after", Duration.ZERO)).isTrue();
    }
    assertThat(lines.enter("after", Duration.ZERO)).isFalse();
  }
}
