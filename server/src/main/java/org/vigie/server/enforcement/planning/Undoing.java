package org.vigie.server.enforcement.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.connector.ActionKind;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.Withdrawal;
import org.vigie.server.review.DecisionId;

/// Undoes measures whose decision was reversed, or whose time is over. In the transaction of the
/// caller. Threads: any.
///
/// A measure that was never attempted is withdrawn; otherwise the messenger is asked to undo it.
/// [Turns] sees to it that other measures on the same target hold on. A person who was notified,
/// or may have been, is told that the measures no longer hold.
public final class Undoing {
  private final LockStore locks;
  private final ActionStore store;
  private final Outbox outbox;
  private final Turns turns;
  private final String correction;

  /// @param correction tells a person that measures no longer hold
  public Undoing(
      LockStore locks, ActionStore store, Outbox outbox, Turns turns, String correction) {
    this.locks = locks;
    this.store = store;
    this.outbox = outbox;
    this.turns = turns;
    this.correction = correction;
  }

  /// Undoes all measures of a decision that still hold. A repeat changes nothing.
  void undo(DecisionId id, Instant now) {
    locks.lockWhole(id);
    undo(store.held(id), now);
  }

  /// Undoes measures whose decisions and targets the caller has locked.
  ///
  /// @param held measures that hold until now
  public void undo(List<PlannedAction> held, Instant now) {
    store.over(held.stream().map(PlannedAction::id).toList(), now);
    held.stream()
        .filter(measure -> measure.progress() instanceof Progress.Waiting)
        .forEach(measure -> store.withdrawn(measure.id(), now));
    held.stream()
        .filter(measure -> measure.kind() == ActionKind.NOTIFY)
        .forEach(notification -> correct(notification, now));
    Set<Condition> changed = held.stream()
        .filter(measure -> measure.kind() != ActionKind.NOTIFY)
        .map(measure -> Condition.of(measure.action()))
        .collect(Collectors.toSet());
    turns.settle(
        changed, held.stream().map(PlannedAction::decision).collect(Collectors.toSet()), now);
  }

  private void correct(PlannedAction notification, Instant now) {
    boolean perhapsRead =
        switch (notification.progress()) {
          case Progress.Waiting _, Progress.Withdrawn _ -> false;
          case Progress.Ended ended -> ended.how().acted();
          case Progress.Queued _, Progress.Dead _ -> {
            Withdrawal how = outbox.withdraw(notification.id().effect());
            store.withdrawn(notification.id(), now);
            yield how != Withdrawal.UNATTEMPTED;
          }
        };
    if (perhapsRead) {
      store.add(List.of(notification.undoing(Optional.of(correction))), now);
    }
  }
}
