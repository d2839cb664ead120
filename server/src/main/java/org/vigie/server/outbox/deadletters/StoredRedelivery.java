package org.vigie.server.outbox.deadletters;

import java.time.InstantSource;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.Redelivery;
import org.vigie.server.outbox.store.DeadLetterStore;

/// Attempts effects again over the database.
public record StoredRedelivery(DeadLetterStore store, Outbox outbox, InstantSource clock)
    implements Redelivery {
  @Override
  public boolean attemptNow(Effect effect) {
    return store.replay(effect.id(), clock.instant()).isPresent()
        || store.hurry(effect.id(), clock.instant())
        || outbox.add(effect);
  }

  @Override
  public boolean giveUp(EffectId id) {
    return store.giveUp(id, clock.instant()).isPresent();
  }
}
