package org.vigie.server.outbox.delivering;

import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.Withdrawal;
import org.vigie.server.outbox.store.EffectStore;

/// Queues effects in PostgreSQL, and wakes the deliveries of this process once they are committed.
public record StoredOutbox(EffectStore store, Bells bells, InstantSource clock) implements Outbox {
  @Override
  public boolean add(Effect effect) {
    boolean added = store.add(effect, clock.instant());
    if (added) {
      ringAfterCommit(effect.kind());
    }
    return added;
  }

  @Override
  public void addAll(List<Effect> effects) {
    if (!effects.isEmpty()) {
      store.addAll(effects, clock.instant());
      effects.stream().map(Effect::kind).distinct().forEach(this::ringAfterCommit);
    }
  }

  @Override
  public Withdrawal withdraw(EffectId id) {
    return store.withdraw(id, clock.instant());
  }

  private void ringAfterCommit(EffectKind kind) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      bells.ring(kind);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        bells.ring(kind);
      }
    });
  }
}
