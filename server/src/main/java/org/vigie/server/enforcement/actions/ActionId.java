package org.vigie.server.enforcement.actions;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.vigie.connector.ActionKind;
import org.vigie.connector.IdempotencyKey;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.review.DecisionId;

/// Identifies an action: its effect in the outbox and its idempotency key at the messenger too.
public record ActionId(UUID value) {
  /// Returns the id of a measure: the same for the same decision, kind and target.
  public static ActionId ofMeasure(DecisionId decision, ActionKind kind, Target target) {
    return of("measure:" + decision.value() + ":" + kind + ":" + target.value());
  }

  /// Returns the id of the action that undoes this one.
  public ActionId undoing() {
    return of("undo:" + value);
  }

  /// Returns a new id, for a measure that is carried out again: that can happen several times.
  public static ActionId random() {
    return new ActionId(UUID.randomUUID());
  }

  private static ActionId of(String cause) {
    return new ActionId(UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)));
  }

  public EffectId effect() {
    return new EffectId(value);
  }

  public IdempotencyKey key() {
    return new IdempotencyKey(value.toString());
  }
}
