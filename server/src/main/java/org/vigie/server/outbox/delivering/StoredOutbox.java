package org.vigie.server.outbox.delivering;

import java.time.InstantSource;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.store.EffectStore;

/// Queues effects in PostgreSQL.
public record StoredOutbox(EffectStore store, InstantSource clock) implements Outbox {
  @Override
  public boolean add(Effect effect) {
    return store.add(effect, clock.instant());
  }
}
