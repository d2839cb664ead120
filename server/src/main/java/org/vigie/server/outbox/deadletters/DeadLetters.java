package org.vigie.server.outbox.deadletters;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.store.DeadLetter;
import org.vigie.server.outbox.store.DeadLetterStore;

/// The dead letters, for operators. Threads: any.
public final class DeadLetters {
  /// The most dead letters on the page.
  public static final int MOST = 200;

  private final DeadLetterStore store;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public DeadLetters(
      DeadLetterStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Returns the dead letters that died first, [#MOST] at most.
  public List<DeadLetter> list() {
    return store.list(MOST);
  }

  /// Makes a dead letter pending again, with all its attempts before it. It is delivered before
  /// later effects of its key that are still pending. Returns false if it is not dead.
  public boolean replay(Caller.Person by, EffectId id) {
    return Boolean.TRUE.equals(transactions.execute(
        _ -> recorded(by, OutboxAct.EFFECT_REPLAYED, id, store.replay(id, clock.instant()))));
  }

  /// Gives a dead letter up; its payload is deleted. Returns false if it is not dead.
  public boolean giveUp(Caller.Person by, EffectId id) {
    return Boolean.TRUE.equals(transactions.execute(
        _ -> recorded(by, OutboxAct.EFFECT_GIVEN_UP, id, store.giveUp(id, clock.instant()))));
  }

  private boolean recorded(
      Caller.Person by, OutboxAct act, EffectId id, Optional<EffectKind> changed) {
    changed.ifPresent(
        kind -> ledger.record(by, act, "effect:" + id.value(), "kind=" + kind.value()));
    return changed.isPresent();
  }
}
