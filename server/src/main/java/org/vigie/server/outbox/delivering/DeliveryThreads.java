package org.vigie.server.outbox.delivering;

import java.time.InstantSource;
import java.util.List;
import org.vigie.server.outbox.EffectHandler;

/// One lane for each handler that is on.
final class DeliveryThreads {
  private final List<DeliveryLane> lanes;

  DeliveryThreads(
      Deliveries deliveries, Bells bells, InstantSource clock, List<EffectHandler> handlers) {
    if (handlers.stream().map(EffectHandler::kind).distinct().count() < handlers.size()) {
      throw new IllegalStateException("two handlers deliver one kind of effect");
    }
    this.lanes = handlers.stream()
        .filter(EffectHandler::isOn)
        .map(handler -> new DeliveryLane(handler, deliveries, clock))
        .toList();
    lanes.forEach(lane -> bells.hang(lane.handler().kind(), lane::ring));
  }

  void start() {
    lanes.forEach(DeliveryLane::start);
  }

  void stop() throws InterruptedException {
    for (DeliveryLane lane : lanes) {
      lane.stop();
    }
  }
}
