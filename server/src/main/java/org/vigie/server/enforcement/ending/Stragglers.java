package org.vigie.server.enforcement.ending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.review.DecisionId;

/// Begins with actions whose turn has come without anybody having noticed: two transactions that
/// end the last actions of one step on different decisions do not see each other. Threads: any.
public final class Stragglers {
  private static final Duration AGE = Duration.ofMinutes(5);
  private static final int AT_ONCE = 200;

  private final LockStore locks;
  private final ActionStore store;
  private final Turns turns;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public Stragglers(
      LockStore locks,
      ActionStore store,
      Turns turns,
      TransactionOperations transactions,
      InstantSource clock) {
    this.locks = locks;
    this.store = store;
    this.turns = turns;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Begins with them, and returns how long to rest.
  public Duration step() {
    Instant now = clock.instant();
    List<DecisionId> late = store.late(now.minus(AGE), AT_ONCE);
    late.forEach(decision -> transactions.executeWithoutResult(_ -> {
      locks.lockWhole(decision);
      turns.next(List.of(decision), now);
    }));
    return late.size() == AT_ONCE ? Duration.ZERO : AGE;
  }
}
