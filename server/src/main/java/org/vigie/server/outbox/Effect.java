package org.vigie.server.outbox;

/// Something to be done outside the database, once its transaction has committed.
///
/// @param id names it; the same in each attempt, so a receiver can use it as an idempotency key
/// @param key effects with the same key are delivered in order, one after another
/// @param payload the handler's data, in a form that the handler chooses; deleted on delivery
public record Effect(EffectId id, EffectKind kind, EffectKey key, Urgency urgency, String payload) {
  /// Makes an effect of usual urgency.
  public Effect(EffectId id, EffectKind kind, EffectKey key, String payload) {
    this(id, kind, key, Urgency.USUAL, payload);
  }

  @Override
  public String toString() {
    return "Effect[%s, %s, %s]".formatted(id.value(), kind.value(), key.value());
  }
}
