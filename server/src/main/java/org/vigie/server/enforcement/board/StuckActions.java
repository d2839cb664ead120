package org.vigie.server.enforcement.board;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Ending;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.queueing.ActionEffects;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.EndStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.outbox.Redelivery;

/// The actions that failed, for leads. Threads: any.
public final class StuckActions {
  /// The most that are listed.
  public static final int MOST = 200;

  /// The longest reason for giving up.
  public static final int LONGEST_REASON = 500;

  private final EndStore ends;
  private final LockStore locks;
  private final Redelivery redelivery;
  private final Turns turns;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public StuckActions(
      EndStore ends,
      LockStore locks,
      Redelivery redelivery,
      Turns turns,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.ends = ends;
    this.locks = locks;
    this.redelivery = redelivery;
    this.turns = turns;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Returns actions that are dead, then those that failed and are attempted again; the oldest
  /// first, [#MOST] at most.
  public List<PlannedAction> list() {
    return ends.stuck(MOST);
  }

  /// Attempts an action now. Returns false if it is neither dead nor waiting for its next attempt.
  public boolean attemptNow(Caller.Person by, ActionId id) {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      lock(id);
      boolean attempted =
          ends.findStuck(id).map(ActionEffects::of).stream().anyMatch(redelivery::attemptNow);
      if (!attempted) {
        return false;
      }
      ends.replayed(id);
      ledger.record(by, EnforcementAct.ACTION_ATTEMPTED, "action:" + id.value());
      return true;
    }));
  }

  /// Gives a dead action up; the measure then counts as one that may have had an effect. Returns
  /// false if it is not dead.
  ///
  /// @param reason 1 to [#LONGEST_REASON] characters, kept with the action, as the ledger has no
  ///     words of people
  public boolean giveUp(Caller.Person by, ActionId id, String reason) {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      lock(id);
      if (ends.findStuck(id).filter(StuckActions::isDead).isEmpty()) {
        return false;
      }
      redelivery.giveUp(id.effect());
      Progress.Ended ended =
          new Progress.Ended(Ending.GIVEN_UP, Optional.of(reason), clock.instant());
      ends.ended(List.of(new EndStore.End(id, ended, true)), ended.at()).forEach(this::goOn);
      ledger.record(by, EnforcementAct.ACTION_GIVEN_UP, "action:" + id.value());
      return true;
    }));
  }

  private static boolean isDead(PlannedAction action) {
    return action.progress() instanceof Progress.Dead;
  }

  private void lock(ActionId id) {
    locks.lockWhole(List.of(id));
  }

  /// Lets later steps begin. A measure keeps its place: it may have had an effect, or people may
  /// have carried it out by hand, so it is not undone while its decision is in force.
  private void goOn(PlannedAction action) {
    turns.next(List.of(action.decision()), clock.instant());
  }
}
