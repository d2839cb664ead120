package org.vigie.server.outbox;

import java.time.Duration;
import java.util.List;

/// Delivers the effects of one kind: a bean of the module that writes them. Each handler has a
/// thread of its own in each process, so a slow one delays no other kind.
public interface EffectHandler {
  /// Returns the kind that it delivers; no two handlers have the same.
  EffectKind kind();

  /// Delivers an effect, outside any transaction. A repeat of a delivery that succeeded must do no
  /// harm. An exception counts as [Delivery.Failed].
  Delivery deliver(Effect effect);

  /// Locks the rows that [#ended] will change, at the beginning of its transaction, before any
  /// effect is locked.
  default void ending(List<Effect> effects) {}

  /// Notes how attempts ended, in the transaction that stores their ends. Ends of attempts whose
  /// lease had expired are not told.
  default void ended(List<Attempt> attempts) {}

  /// Returns how many effects it can deliver at the same time in one process.
  default int atOnce() {
    return 1;
  }

  /// Returns whether it can deliver in this process at all; otherwise its effects stay pending.
  default boolean isOn() {
    return true;
  }

  /// Returns when a failed delivery is retried.
  default RetryPolicy retries() {
    return RetryPolicy.USUAL;
  }

  /// Returns how long one attempt can take. Another process may repeat the attempt after that.
  default Duration lease() {
    return Duration.ofMinutes(5);
  }
}
