package org.vigie.server.outbox.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.server.TestDatabase;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;

/// Lanes make attempts beside each other, and stop for a receiver that is down.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class DeliveryLaneTest {
  private final OutboxWorld world = new OutboxWorld(TestDatabase.migrated());

  @AfterEach
  void close() {
    world.close();
  }

  private interface Script {
    Delivery deliver(Effect effect) throws InterruptedException;
  }

  private record Parallel(int atOnce, Script script) implements EffectHandler {
    @Override
    public EffectKind kind() {
      return ScriptedHandler.KIND;
    }

    @Override
    public Delivery deliver(Effect effect) {
      try {
        return script.deliver(effect);
      } catch (InterruptedException e) {
        return new Delivery.Failed("interrupted");
      }
    }
  }

  private void add(int number) {
    world.outbox.add(new Effect(
        EffectId.random(), ScriptedHandler.KIND, new EffectKey("key-" + number), "payload"));
  }

  private DeliveryLane lane(EffectHandler handler) {
    DeliveryLane lane = new DeliveryLane(handler, world.deliveries, world::now);
    world.bells.hang(handler.kind(), lane::ring);
    return lane;
  }

  @Test
  void slowAttempt_holdsUpNoOther() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Map<String, Integer> done = new ConcurrentHashMap<>();
    DeliveryLane lane = lane(new Parallel(4, effect -> {
      if (effect.key().value().equals("key-0")) {
        release.await();
      }
      done.merge(effect.key().value(), 1, Integer::sum);
      return new Delivery.Delivered();
    }));
    lane.start();
    try {
      for (int number = 0; number < 60; number++) {
        add(number);
      }
      await().until(() -> world.in("DELIVERED").size() == 59);
      assertThat(done).doesNotContainKey("key-0");
      release.countDown();
      await().until(() -> world.in("DELIVERED").size() == 60);
      assertThat(done.values()).containsOnly(1);
    } finally {
      lane.stop();
    }
  }

  @Test
  void attempts_underWay_areNeverMoreThanTheHandlerWants() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    DeliveryLane lane = lane(new Parallel(3, _ -> {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      Thread.onSpinWait();
      now.decrementAndGet();
      return new Delivery.Delivered();
    }));
    for (int number = 0; number < 100; number++) {
      add(number);
    }
    lane.start();
    try {
      await().until(() -> world.in("DELIVERED").size() == 100);
    } finally {
      lane.stop();
    }
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void receiver_thatIsDown_costsFewAttempts_andGetsAllOnceItIsBack() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    AtomicInteger down = new AtomicInteger(1);
    DeliveryLane lane = lane(new Parallel(1, _ -> {
      attempts.incrementAndGet();
      return down.get() == 1 ? new Delivery.Failed("made-up") : new Delivery.Delivered();
    }));
    for (int number = 0; number < 50; number++) {
      add(number);
    }
    lane.start();
    try {
      await().until(() -> attempts.get() == Breaker.OPENS_AFTER);
      Instant begun = world.now();
      await().atMost(Duration.ofMinutes(1)).until(() -> {
        world.pass(Duration.ofSeconds(30));
        lane.ring();
        return attempts.get() >= 40;
      });
      assertThat(attempts.get() - Breaker.OPENS_AFTER)
          .as("attempts while it was down")
          .isLessThan(10 + 2 * (int) Duration.between(begun, world.now()).toMinutes());
      assertThat(world.in("DEAD")).isEmpty();

      down.set(0);
      await().until(() -> {
        world.pass(Duration.ofMinutes(10));
        lane.ring();
        return world.in("DELIVERED").size() == 50;
      });
    } finally {
      lane.stop();
    }
  }
}
