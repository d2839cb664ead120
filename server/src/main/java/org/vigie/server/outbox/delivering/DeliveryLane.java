package org.vigie.server.outbox.delivering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.frame.DatabaseOutage;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.store.Claimed;

/// The deliveries of one handler in this process: a thread that claims effects and stores the ends
/// of attempts, several at a time, and virtual threads that make the attempts.
///
/// A slow attempt holds up neither the others nor the storing of their ends, and a slow or broken
/// receiver never holds up another lane.
final class DeliveryLane {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final EffectHandler handler;
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final Breaker breaker;
  private final ExecutorService attempts;
  private final BackgroundWork work;

  /// Attempts that ended, and rings of the bell.
  private final LinkedBlockingQueue<Sign> signs = new LinkedBlockingQueue<>();

  /// Ends that could not be stored, because the database was away.
  private final List<Deliveries.Ended> unstored = new ArrayList<>();

  private int underWay;

  DeliveryLane(EffectHandler handler, Deliveries deliveries, InstantSource clock) {
    String name = "outbox-" + handler.kind().value();
    this.handler = handler;
    this.deliveries = deliveries;
    this.clock = clock;
    this.breaker = new Breaker(RandomGenerator.getDefault());
    this.attempts = Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name(name + "-attempt-", 0).factory());
    this.work = new BackgroundWork(name, PAUSE, this::step);
  }

  /// Something that the lane's thread reacts to.
  private sealed interface Sign {
    /// There may be an effect.
    record Bell() implements Sign {}

    /// An attempt ended.
    record End(Deliveries.Ended ended) implements Sign {}
  }

  EffectHandler handler() {
    return handler;
  }

  void start() {
    work.start();
  }

  /// Ends the attempts that end soon; others are repeated after their lease.
  void stop() throws InterruptedException {
    work.stop();
    attempts.shutdown();
    if (!attempts.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
      attempts.shutdownNow();
    }
    end();
  }

  /// Makes the lane look for effects now.
  void ring() {
    signs.add(new Sign.Bell());
  }

  private Duration step() {
    end();
    int free = breaker.allowed(clock.instant(), handler.atOnce()) - underWay;
    List<Claimed> claimed = free > 0 ? deliveries.claim(handler, free) : List.of();
    claimed.forEach(this::begin);
    if (claimed.isEmpty()) {
      rest();
    }
    return Duration.ZERO;
  }

  private void begin(Claimed claimed) {
    underWay++;
    attempts.execute(() -> signs.add(new Sign.End(deliveries.attempt(handler, claimed))));
  }

  /// Takes all signs that have come.
  private List<Deliveries.Ended> waiting() {
    List<Sign> come = new ArrayList<>();
    signs.drainTo(come);
    return come.stream()
        .filter(Sign.End.class::isInstance)
        .map(sign -> ((Sign.End) sign).ended())
        .toList();
  }

  private void end() {
    List<Deliveries.Ended> come = waiting();
    underWay -= come.size();
    Instant now = clock.instant();
    come.forEach(each -> weigh(each.delivery(), now));
    unstored.addAll(come);
    if (!unstored.isEmpty()) {
      store();
    }
  }

  /// Stores ends. Those of a failure other than an outage are dropped, and their attempts repeated
  /// after their lease, so that one of them never holds up the others.
  private void store() {
    List<Deliveries.Ended> ended = List.copyOf(unstored);
    unstored.clear();
    try {
      deliveries.end(handler, ended);
    } catch (RuntimeException e) {
      if (DatabaseOutage.isCauseOf(e)) {
        unstored.addAll(ended);
      }
      throw e;
    }
  }

  private void weigh(Delivery delivery, Instant now) {
    switch (delivery) {
      case Delivery.Delivered _, Delivery.Refused _ -> breaker.succeeded();
      case Delivery.Failed _ -> breaker.failed(now);
      case Delivery.Deferred(Duration wait) -> breaker.pause(now, wait);
    }
  }

  /// Waits for a sign, which stays in the queue.
  private void rest() {
    try {
      Sign sign = signs.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      if (sign != null) {
        signs.add(sign);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
