package org.vigie.server.outbox.delivering;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.server.TestDatabase;
import org.vigie.server.outbox.Attempt;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.Urgency;
import org.vigie.server.outbox.Withdrawal;

/// A withdrawn effect is not attempted again, and the outbox never says "unattempted" of one that
/// was; urgent effects come first, the oldest before others.
final class WithdrawalTest {
  private final OutboxWorld world = new OutboxWorld(TestDatabase.migrated());

  @AfterEach
  void close() {
    world.close();
  }

  private Effect add(String key, Urgency urgency) {
    Effect effect =
        new Effect(EffectId.random(), ScriptedHandler.KIND, new EffectKey(key), urgency, "payload");
    world.outbox.add(effect);
    return effect;
  }

  private List<EffectId> deliverAll() {
    List<EffectId> delivered = new ArrayList<>();
    EffectHandler handler = new ScriptedHandler(effect -> {
      delivered.add(effect.id());
      return new Delivery.Delivered();
    });
    while (world.deliveries.step(handler)) {}
    return delivered;
  }

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withdrawal_atAnyTime_isTrue(long seed) {
    Random random = new Random(seed);
    List<Effect> added = new ArrayList<>();
    Set<EffectId> attempted = new HashSet<>();
    Map<EffectId, Withdrawal> withdrawn = new HashMap<>();
    EffectHandler handler = new ScriptedHandler(effect -> {
      assertThat(withdrawn).as("seed %d", seed).doesNotContainKey(effect.id());
      attempted.add(effect.id());
      return switch (random.nextInt(4)) {
        case 0 -> new Delivery.Failed("made-up");
        case 1 -> {
          // somebody withdraws it while it is being attempted
          withdrawn.put(effect.id(), world.outbox.withdraw(effect.id()));
          yield random.nextBoolean() ? new Delivery.Delivered() : new Delivery.Failed("made-up");
        }
        default -> new Delivery.Delivered();
      };
    });
    for (int turn = 0; turn < 150; turn++) {
      added.add(add("key-" + random.nextInt(4), Urgency.values()[random.nextInt(2)]));
      world.deliveries.step(handler);
      Effect one = added.get(random.nextInt(added.size()));
      if (random.nextInt(3) == 0 && !withdrawn.containsKey(one.id())) {
        note(withdrawn, one, attempted);
      }
      world.pass(Duration.ofSeconds(random.nextInt(90)));
    }
    for (int idle = 0; idle < 500 && !world.in("PENDING").isEmpty(); idle++) {
      world.deliveries.step(handler);
      world.pass(Duration.ofMinutes(1));
    }

    assertThat(world.in("PENDING")).as("seed %d", seed).isEmpty();
    assertThat(withdrawn.values()).contains(Withdrawal.values());
    withdrawn.forEach((id, how) -> {
      if (how == Withdrawal.UNATTEMPTED) {
        assertThat(attempted).doesNotContain(id);
      }
    });
  }

  private void note(Map<EffectId, Withdrawal> withdrawn, Effect one, Set<EffectId> attempted) {
    Withdrawal how = world.outbox.withdraw(one.id());
    if (how == Withdrawal.UNATTEMPTED) {
      assertThat(attempted).doesNotContain(one.id());
    } else {
      assertThat(attempted).contains(one.id());
    }
    withdrawn.put(one.id(), how);
  }

  @Test
  void laterEffect_ofAWithdrawnOneThatIsUnderWay_waitsForItsEnd() {
    Effect first = add("key", Urgency.USUAL);
    Effect later = add("key", Urgency.USUAL);
    List<Effect> tried = new ArrayList<>();
    EffectHandler handler = new ScriptedHandler(effect -> {
      tried.add(effect);
      if (effect.equals(first)) {
        assertThat(world.outbox.withdraw(first.id())).isEqualTo(Withdrawal.UNCERTAIN);
        assertThat(deliverAll()).as("while the first is under way").isEmpty();
      }
      return new Delivery.Failed("made-up");
    });
    world.deliveries.step(handler);
    assertThat(world.in("WITHDRAWN")).containsExactly(first.id().value());
    assertThat(deliverAll()).containsExactly(later.id());
    assertThat(tried).containsExactly(first);
  }

  @Test
  void withdrawnEffect_whoseProcessDied_endsWithItsLease() {
    Effect first = add("key", Urgency.USUAL);
    Effect later = add("key", Urgency.USUAL);
    EffectHandler handler = new ScriptedHandler(_ -> new Delivery.Delivered());
    world.deliveries.claim(handler, 1);
    assertThat(world.outbox.withdraw(first.id())).isEqualTo(Withdrawal.UNCERTAIN);
    assertThat(deliverAll()).isEmpty();

    world.pass(handler.lease());

    assertThat(deliverAll()).containsExactly(later.id());
    assertThat(world.in("WITHDRAWN")).containsExactly(first.id().value());
  }

  @Test
  void urgentEffects_comeFirst_andTheOldestBeforeOthers_afterAnOutageToo() {
    Effect letter = add("a", Urgency.USUAL);
    Effect first = add("b", Urgency.URGENT);
    Effect second = add("c", Urgency.URGENT);
    EffectHandler down = new ScriptedHandler(_ -> new Delivery.Failed("made-up"));
    world.deliveries.step(down);
    world.deliveries.step(down);
    world.pass(Duration.ofHours(1));
    Effect third = add("d", Urgency.URGENT);

    assertThat(deliverAll()).containsExactly(first.id(), second.id(), third.id(), letter.id());
  }

  @Test
  void deferredDelivery_countsAsNoAttempt() {
    Effect effect = add("key", Urgency.USUAL);
    EffectHandler busy = new ScriptedHandler(_ -> new Delivery.Deferred(Duration.ofMinutes(10)));
    for (int time = 0; time < 3 * ScriptedHandler.RETRIES.attempts(); time++) {
      assertThat(world.deliveries.step(busy)).isTrue();
      assertThat(world.deliveries.step(busy)).as("before the wait is over").isFalse();
      world.pass(Duration.ofMinutes(10));
    }
    assertThat(deliverAll()).containsExactly(effect.id());
  }

  @Test
  void handler_isToldEachEndInItsTransaction() {
    Effect delivered = add("a", Urgency.USUAL);
    Effect refused = add("b", Urgency.USUAL);
    Effect failed = add("c", Urgency.USUAL);
    Map<EffectId, List<Object>> told = new HashMap<>();
    EffectHandler handler = new EffectHandler() {
      @Override
      public EffectKind kind() {
        return ScriptedHandler.KIND;
      }

      @Override
      public Delivery deliver(Effect effect) {
        if (effect.equals(delivered)) {
          return new Delivery.Delivered("its answer");
        }
        return effect.equals(refused)
            ? new Delivery.Refused("made-up")
            : new Delivery.Failed("made-up");
      }

      @Override
      public void ended(List<Attempt> attempts) {
        attempts.forEach(attempt ->
            told.put(attempt.effect().id(), List.of(attempt.delivery(), attempt.last())));
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
            .isTrue();
      }
    };
    while (world.deliveries.step(handler)) {}

    assertThat(told)
        .containsOnly(
            entry(delivered.id(), List.of(new Delivery.Delivered("its answer"), true)),
            entry(refused.id(), List.of(new Delivery.Refused("made-up"), true)),
            entry(failed.id(), List.of(new Delivery.Failed("made-up"), false)));
  }
}
