package org.vigie.server.outbox.delivering;

import java.time.Duration;
import java.util.List;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.outbox.EffectHandler;

/// One thread for each handler that is on.
final class DeliveryThreads {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final List<BackgroundWork> threads;

  DeliveryThreads(Deliveries deliveries, List<EffectHandler> handlers) {
    if (handlers.stream().map(EffectHandler::kind).distinct().count() < handlers.size()) {
      throw new IllegalStateException("two handlers deliver one kind of effect");
    }
    this.threads = handlers.stream()
        .filter(EffectHandler::isOn)
        .map(handler -> thread(deliveries, handler))
        .toList();
  }

  private static BackgroundWork thread(Deliveries deliveries, EffectHandler handler) {
    return new BackgroundWork(
        "outbox-" + handler.kind().value(),
        PAUSE,
        () -> deliveries.step(handler) ? Duration.ZERO : PAUSE);
  }

  void start() {
    threads.forEach(BackgroundWork::start);
  }

  void stop() throws InterruptedException {
    for (BackgroundWork thread : threads) {
      thread.stop();
    }
  }
}
