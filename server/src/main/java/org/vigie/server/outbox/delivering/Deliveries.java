package org.vigie.server.outbox.delivering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.outbox.Attempt;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.store.Claimed;
import org.vigie.server.outbox.store.EffectStore;

/// Claims effects, attempts to deliver them, and stores how that ended.
///
/// A claim commits before the attempt, and the end of the attempt commits after it. A process that
/// dies in between leaves a lease, and after the lease the attempt is repeated. Threads: any.
public final class Deliveries {
  /// The failure of an effect whose last attempt did not end.
  static final String LEASE_EXPIRED = "LeaseExpired";

  /// The failure of an effect whose receiver wants no deliveries for a while.
  static final String DEFERRED = "Deferred";

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final EffectStore store;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Deliveries(
      EffectStore store,
      TransactionOperations transactions,
      InstantSource clock,
      RandomGenerator random) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
  }

  /// An attempt that ended, but whose end is not stored yet.
  record Ended(Claimed claimed, Delivery delivery) {
    private Attempt told(boolean last) {
      return new Attempt(claimed.effect(), claimed.attempt(), delivery, last);
    }
  }

  /// Makes the attempt that is due next; returns whether one was due.
  public boolean step(EffectHandler handler) {
    List<Claimed> claimed = claim(handler, 1);
    claimed.forEach(each -> end(handler, List.of(attempt(handler, each))));
    return !claimed.isEmpty();
  }

  /// Claims effects that are due.
  List<Claimed> claim(EffectHandler handler, int most) {
    Instant now = clock.instant();
    List<Claimed> claimed = claim(handler, most, now);
    return claimed.isEmpty() && store.endWithdrawn(handler.kind(), now) > 0
        ? claim(handler, most, now)
        : claimed;
  }

  private List<Claimed> claim(EffectHandler handler, int most, Instant now) {
    return store.claim(handler.kind(), now, now.plus(handler.lease()), most);
  }

  /// Makes an attempt, outside any transaction.
  Ended attempt(EffectHandler handler, Claimed claimed) {
    return new Ended(claimed, delivery(handler, claimed));
  }

  private static Delivery delivery(EffectHandler handler, Claimed claimed) {
    if (claimed.attempt() > handler.retries().attempts()) {
      return new Delivery.Refused(LEASE_EXPIRED);
    }
    try {
      return handler.deliver(claimed.effect());
    } catch (RuntimeException e) {
      return new Delivery.Failed(e.getClass().getSimpleName());
    }
  }

  /// Stores how attempts ended, and tells their handler in the same transaction.
  void end(EffectHandler handler, List<Ended> ended) {
    transactions.executeWithoutResult(_ -> {
      handler.ending(ended.stream().map(each -> each.claimed().effect()).toList());
      List<Attempt> attempts = new ArrayList<>(delivered(ended));
      ended.forEach(each -> undelivered(handler, each).ifPresent(attempts::add));
      if (!attempts.isEmpty()) {
        handler.ended(attempts);
      }
    });
  }

  private List<Attempt> delivered(List<Ended> ended) {
    List<Ended> delivered = ended.stream()
        .filter(each -> each.delivery() instanceof Delivery.Delivered)
        .toList();
    if (delivered.isEmpty()) {
      return List.of();
    }
    Set<EffectId> stored =
        store.delivered(delivered.stream().map(Ended::claimed).toList(), clock.instant());
    return delivered.stream()
        .filter(each -> stored.contains(each.claimed().effect().id()) || lost(each))
        .map(each -> each.told(true))
        .toList();
  }

  private Optional<Attempt> undelivered(EffectHandler handler, Ended ended) {
    return switch (ended.delivery()) {
      case Delivery.Delivered _ -> Optional.empty();
      case Delivery.Refused(String reason) -> buried(ended, reason);
      case Delivery.Failed(String reason) -> failed(handler, ended, reason);
      case Delivery.Deferred(Duration wait) -> retried(ended, DEFERRED, false, wait);
    };
  }

  private Optional<Attempt> failed(EffectHandler handler, Ended ended, String reason) {
    int attempt = ended.claimed().attempt();
    return attempt >= handler.retries().attempts()
        ? buried(ended, reason)
        : retried(ended, reason, true, handler.retries().backOff(attempt, random.nextDouble()));
  }

  private Optional<Attempt> retried(Ended ended, String reason, boolean counted, Duration wait) {
    log("effect not delivered", ended.claimed(), reason);
    Instant now = clock.instant();
    return told(ended, store.retry(ended.claimed(), reason, counted, now, now.plus(wait)));
  }

  private Optional<Attempt> buried(Ended ended, String reason) {
    log("effect is a dead letter", ended.claimed(), reason);
    boolean stored = store.bury(ended.claimed(), reason, clock.instant());
    return told(ended, stored ? Optional.of(true) : Optional.empty());
  }

  /// @param last whether no other attempt follows; empty if the lease had expired
  private static Optional<Attempt> told(Ended ended, Optional<Boolean> last) {
    if (last.isEmpty()) {
      lost(ended);
    }
    return last.map(ended::told);
  }

  private static boolean lost(Ended ended) {
    log("effect outlived its lease", ended.claimed(), "");
    return false;
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
