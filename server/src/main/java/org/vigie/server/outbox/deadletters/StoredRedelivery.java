package org.vigie.server.outbox.deadletters;

import java.time.InstantSource;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.Redelivery;
import org.vigie.server.outbox.store.DeadLetterStore;

/// Attempts effects again over the database.
public record StoredRedelivery(DeadLetterStore store, InstantSource clock) implements Redelivery {
  @Override
  public boolean attemptNow(EffectId id) {
    return store.replay(id, clock.instant()).isPresent() || store.hurry(id, clock.instant());
  }

  @Override
  public boolean giveUp(EffectId id) {
    return store.giveUp(id, clock.instant()).isPresent();
  }
}
