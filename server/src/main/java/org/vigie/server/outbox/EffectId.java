package org.vigie.server.outbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names an effect: its idempotency key.
public record EffectId(UUID value) {
  /// Returns a new id, for an effect whose writer runs once.
  public static EffectId random() {
    return new EffectId(UUID.randomUUID());
  }

  /// Returns the same id for the same cause, so that a writer that runs twice, such as a listener,
  /// adds one effect.
  ///
  /// @param cause such as `statement:` and the id of a decision
  public static EffectId of(String cause) {
    return new EffectId(UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)));
  }
}
