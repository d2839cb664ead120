package org.vigie.server.outbox.delivering;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.server.outbox.EffectKind;

/// Wakes the thread that delivers effects of a kind when there is one more. Only a shortcut: the
/// threads also look by themselves, because effects of other processes ring no bell here. Threads:
/// any.
public final class Bells {
  private final Map<EffectKind, Runnable> bells = new ConcurrentHashMap<>();

  /// Sets the reaction to a new effect of a kind.
  void hang(EffectKind kind, Runnable bell) {
    bells.put(kind, bell);
  }

  void ring(EffectKind kind) {
    bells.getOrDefault(kind, () -> {}).run();
  }
}
