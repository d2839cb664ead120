package org.vigie.server.outbox.delivering;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.store.Claimed;
import org.vigie.server.outbox.store.EffectStore;

/// Makes attempts to deliver effects.
///
/// A claim commits before the attempt, and the end of the attempt commits after it. A process that
/// dies in between leaves a lease, and after the lease the attempt is repeated. Threads: any.
public final class Deliveries {
  /// The failure of an effect whose last attempt did not end.
  static final String LEASE_EXPIRED = "LeaseExpired";

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final EffectStore store;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Deliveries(EffectStore store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /// Makes the attempt that is due next; returns whether one was due.
  public boolean step(EffectHandler handler) {
    Instant now = clock.instant();
    Optional<Claimed> claimed = store.claim(handler.kind(), now, now.plus(handler.lease()));
    claimed.ifPresent(each -> end(handler, each, attempt(handler, each)));
    return claimed.isPresent();
  }

  private static Delivery attempt(EffectHandler handler, Claimed claimed) {
    if (claimed.attempt() > handler.retries().attempts()) {
      return new Delivery.Refused(LEASE_EXPIRED);
    }
    try {
      return handler.deliver(claimed.effect());
    } catch (RuntimeException e) {
      return new Delivery.Failed(e.getClass().getSimpleName());
    }
  }

  private void end(EffectHandler handler, Claimed claimed, Delivery delivery) {
    boolean ended =
        switch (delivery) {
          case Delivery.Delivered _ -> store.delivered(claimed, clock.instant());
          case Delivery.Refused(String reason) -> bury(claimed, reason);
          case Delivery.Failed(String reason) -> failed(handler, claimed, reason);
        };
    if (!ended) {
      log("effect outlived its lease", claimed, "");
    }
  }

  private boolean bury(Claimed claimed, String reason) {
    log("effect is a dead letter", claimed, reason);
    return store.bury(claimed, reason, clock.instant());
  }

  private boolean failed(EffectHandler handler, Claimed claimed, String reason) {
    if (claimed.attempt() >= handler.retries().attempts()) {
      return bury(claimed, reason);
    }
    log("effect not delivered", claimed, reason);
    Instant next =
        clock.instant().plus(handler.retries().backOff(claimed.attempt(), random.nextDouble()));
    return store.retry(claimed, reason, next);
  }

  private static void log(String message, Claimed claimed, String reason) {
    LOG.atWarn()
        .setMessage(message)
        .addKeyValue("effect", claimed.effect().id().value())
        .addKeyValue("kind", claimed.effect().kind().value())
        .addKeyValue("attempt", claimed.attempt())
        .addKeyValue("failure", reason)
        .log();
  }
}
