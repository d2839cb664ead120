package org.vigie.server.outbox.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.TestDatabase;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.RetryPolicy;

/// Each effect is delivered or becomes a dead letter, in order per key.
final class DeliveriesTest {
  private final OutboxWorld world = new OutboxWorld(TestDatabase.migrated());

  @AfterEach
  void close() {
    world.close();
  }

  /// A process dies in the middle of an attempt.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  private static Effect effect(String key) {
    return new Effect(EffectId.random(), ScriptedHandler.KIND, new EffectKey(key), "payload");
  }

  private Effect add(String key) {
    Effect effect = effect(key);
    world.outbox.add(effect);
    return effect;
  }

  private static EffectHandler always(Delivery delivery) {
    return new ScriptedHandler(_ -> delivery);
  }

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void effects_withAnyFailuresAndDeaths_areEachDeliveredOrDead_inOrderPerKey(long seed) {
    Random random = new Random(seed);
    Map<String, List<UUID>> added = new HashMap<>();
    Map<String, List<UUID>> ended = new HashMap<>();
    Set<UUID> delivered = new HashSet<>();
    EffectHandler handler = new ScriptedHandler(effect -> {
      assertThat(world.in("PENDING")).contains(effect.id().value());
      return switch (random.nextInt(10)) {
        case 0 -> throw new Death();
        case 1, 2 -> throw new IllegalStateException("made up");
        case 3 -> new Delivery.Failed("made-up");
        case 4 -> new Delivery.Refused("made-up");
        case 5 -> {
          delivered.add(effect.id().value());
          throw new Death();
        }
        default -> {
          delivered.add(effect.id().value());
          yield new Delivery.Delivered();
        }
      };
    });

    for (int turn = 0; turn < 200; turn++) {
      String key = "key-" + random.nextInt(5);
      added.computeIfAbsent(key, _ -> new ArrayList<>()).add(add(key).id().value());
      step(handler, ended);
      world.pass(Duration.ofSeconds(random.nextInt(120)));
    }
    for (int idle = 0; idle < 3_000 && !world.in("PENDING").isEmpty(); idle++) {
      step(handler, ended);
      world.pass(Duration.ofSeconds(30));
    }

    assertThat(world.in("PENDING")).as("seed %d", seed).isEmpty();
    assertThat(ended).as("seed %d", seed).isEqualTo(added);
    assertThat(delivered).as("seed %d", seed).containsAll(world.in("DELIVERED"));
    assertThat(world.in("DEAD")).as("seed %d: something was dead", seed).isNotEmpty();
  }

  /// Makes an attempt, and notes which effect it ended.
  private void step(EffectHandler handler, Map<String, List<UUID>> ended) {
    Set<UUID> before = new HashSet<>(world.in("PENDING"));
    try {
      world.deliveries.step(handler);
    } catch (Death _) {
      return;
    }
    before.removeAll(world.in("PENDING"));
    assertThat(before).hasSizeLessThanOrEqualTo(1);
    before.forEach(id -> ended.computeIfAbsent(key(id), _ -> new ArrayList<>()).add(id));
  }

  private String key(UUID id) {
    return world
        .jdbc
        .sql("select key from outbox.effect where effect_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Test
  void effects_deliveredByManyThreads_areDeliveredOnceInOrderPerKey() throws Exception {
    List<Effect> added =
        IntStream.range(0, 200).mapToObj(number -> add("key-" + number % 8)).toList();
    List<Effect> delivered = Collections.synchronizedList(new ArrayList<>());
    Function<Effect, Delivery> script = effect -> {
      if (ThreadLocalRandom.current().nextInt(3) == 0) {
        return new Delivery.Failed("made-up");
      }
      delivered.add(effect);
      return new Delivery.Delivered();
    };
    EffectHandler handler =
        new ScriptedHandler(script, new RetryPolicy(100, Duration.ZERO, Duration.ZERO));

    List<Thread> threads = IntStream.range(0, 6)
        .mapToObj(_ -> Thread.ofVirtual().start(() -> {
          while (!world.in("PENDING").isEmpty()) {
            world.deliveries.step(handler);
          }
        }))
        .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    for (int key = 0; key < 8; key++) {
      EffectKey one = new EffectKey("key-" + key);
      assertThat(delivered.stream().filter(each -> each.key().equals(one)))
          .containsExactlyElementsOf(
              added.stream().filter(each -> each.key().equals(one)).toList());
    }
  }

  @Test
  void effect_ofATransactionThatRollsBack_isNeverDelivered() {
    assertThatThrownBy(() -> world.transactions.executeWithoutResult(_ -> {
          add("key");
          throw new IllegalStateException("made up");
        }))
        .hasMessage("made up");

    assertThat(world.deliveries.step(always(new Delivery.Delivered()))).isFalse();
  }

  @Test
  void effect_addedTwiceUnderOneId_isOneEffect() {
    Effect effect = effect("key");

    assertThat(world.outbox.add(effect)).isTrue();
    assertThat(world.outbox.add(effect)).isFalse();
    assertThat(world.deliveries.step(always(new Delivery.Delivered()))).isTrue();
    assertThat(world.outbox.add(effect)).as("after its delivery").isFalse();
    assertThat(world.deliveries.step(always(new Delivery.Delivered()))).isFalse();
  }

  @Test
  void effect_whoseAttemptsKillTheProcess_isADeadLetterInTheEnd() {
    add("key");
    Effect later = add("key");
    List<Effect> tried = new ArrayList<>();
    EffectHandler deadly = new ScriptedHandler(effect -> {
      tried.add(effect);
      throw new Death();
    });
    for (int attempt = 0; attempt < ScriptedHandler.RETRIES.attempts(); attempt++) {
      assertThatThrownBy(() -> world.deliveries.step(deadly)).isInstanceOf(Death.class);
      assertThat(world.deliveries.step(deadly)).as("while the lease counts").isFalse();
      world.pass(deadly.lease());
    }
    assertThat(world.deliveries.step(deadly)).isTrue();

    assertThat(tried).hasSize(ScriptedHandler.RETRIES.attempts()).doesNotContain(later);
    assertThat(world.in("DEAD")).hasSize(1);
    assertThat(world.in("PENDING")).containsExactly(later.id().value());
  }

  @Test
  void attempt_thatOutlivesItsLease_changesNothingOfTheNext() {
    add("key");
    EffectHandler slow = new ScriptedHandler(_ -> {
      world.pass(Duration.ofMinutes(6));
      assertThat(world.deliveries.step(always(new Delivery.Delivered()))).isTrue();
      return new Delivery.Failed("made-up");
    });
    assertThat(world.deliveries.step(slow)).isTrue();

    assertThat(world.in("DELIVERED")).hasSize(1);
    assertThat(world.in("PENDING")).isEmpty();
  }

  @Test
  void effect_delivered_keepsNoPayload_andGoesWhenItsTermEnds() {
    add("key");
    world.deliveries.step(always(new Delivery.Delivered()));

    assertThat(world
            .jdbc
            .sql("select count(*) from outbox.effect where payload is not null")
            .query(Integer.class)
            .single())
        .isZero();
    assertThat(world.store.delete(world.now(), world.now())).isZero();
    world.pass(Duration.ofSeconds(1));
    assertThat(world.store.delete(world.now(), world.now())).isEqualTo(1);
  }
}
