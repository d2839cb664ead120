package org.vigie.server.outbox.delivering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectHandlers;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.store.EffectStore;

/// Wires the outbox and the threads that empty it.
@Configuration(proxyBeanMethods = false)
class OutboxDeliveringConfiguration {
  /// As long as a repeated writer is recognised by its effect's id.
  private static final Duration KEEP_DELIVERED = Duration.ofDays(30);

  /// As long as an operator can replay.
  private static final Duration KEEP_DEAD = Duration.ofDays(30);

  private static final Duration PAUSE = Duration.ofMinutes(15);

  @Bean
  Bells bells() {
    return new Bells();
  }

  @Bean
  Outbox outbox(EffectStore store, Bells bells, InstantSource clock) {
    return new StoredOutbox(store, bells, clock);
  }

  @Bean
  Deliveries deliveries(
      EffectStore store, TransactionOperations transactions, InstantSource clock) {
    return new Deliveries(store, transactions, clock, RandomGenerator.getDefault());
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  DeliveryThreads deliveryThreads(
      Deliveries deliveries,
      Bells bells,
      InstantSource clock,
      List<EffectHandler> handlers,
      List<EffectHandlers> several) {
    List<EffectHandler> all = Stream.concat(
            handlers.stream(), several.stream().flatMap(each -> each.all().stream()))
        .toList();
    return new DeliveryThreads(deliveries, bells, clock, all);
  }

  /// Deletes effects whose term has ended.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork effectRetention(EffectStore store, InstantSource clock) {
    return new BackgroundWork("outbox-retention", PAUSE, () -> {
      Instant now = clock.instant();
      store.delete(now.minus(KEEP_DELIVERED), now.minus(KEEP_DEAD));
      return PAUSE;
    });
  }
}
