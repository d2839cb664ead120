package org.vigie.server.enforcement.ending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.planning.Undoing;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.LockStore;

/// Undoes measures at the end of their time, each in a transaction of its own. Threads: any.
public final class TimedEnds {
  private static final int AT_ONCE = 200;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LockStore locks;
  private final ActionStore store;
  private final Undoing undoing;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public TimedEnds(
      LockStore locks,
      ActionStore store,
      Undoing undoing,
      TransactionOperations transactions,
      InstantSource clock) {
    this.locks = locks;
    this.store = store;
    this.undoing = undoing;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Ends the measures whose time is over, and returns how long to rest.
  public Duration step() {
    Instant now = clock.instant();
    List<PlannedAction> over = store.timeOver(now, AT_ONCE);
    over.forEach(measure -> transactions.executeWithoutResult(_ -> end(measure, now)));
    return over.size() == AT_ONCE ? Duration.ZERO : PAUSE;
  }

  private void end(PlannedAction measure, Instant now) {
    locks.lockWhole(measure.decision());
    store.held(measure.id()).ifPresent(held -> undoing.undo(List.of(held), now));
  }
}
