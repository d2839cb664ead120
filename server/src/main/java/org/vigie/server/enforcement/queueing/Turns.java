package org.vigie.server.enforcement.queueing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.connector.ActionKind;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Step;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.review.DecisionId;

/// Begins with the actions of decisions whose turn has come. In the transaction of the caller, who
/// has locked the decisions and their targets. Threads: any.
public final class Turns {
  private final ActionStore store;
  private final Conditions conditions;
  private final Outbox outbox;

  public Turns(ActionStore store, Conditions conditions, Outbox outbox) {
    this.store = store;
    this.conditions = conditions;
    this.outbox = outbox;
  }

  /// Begins with them, and with later steps where an earlier one is over at once.
  public void next(Collection<DecisionId> decisions, Instant now) {
    Set<DecisionId> moving = new HashSet<>(decisions);
    List<PlannedAction> due = store.due(moving);
    for (int step = 0; step < Step.values().length && !due.isEmpty(); step++) {
      moving.addAll(begin(due, now));
      due = store.due(moving);
    }
  }

  /// Brings conditions to those that decisions want, then begins as [#next].
  public void settle(Collection<Condition> changed, Collection<DecisionId> decisions, Instant now) {
    Set<DecisionId> moving = new HashSet<>(decisions);
    moving.addAll(conditions.settle(
        changed.stream().collect(Collectors.toMap(Function.identity(), _ -> List.of())), now));
    next(moving, now);
  }

  /// Returns other decisions that may go on.
  private Set<DecisionId> begin(List<PlannedAction> due, Instant now) {
    queue(due.stream().filter(Turns::isNotification).toList());
    return conditions.settle(
        due.stream()
            .filter(action -> !isNotification(action))
            .collect(Collectors.groupingBy(action -> Condition.of(action.action()))),
        now);
  }

  private static boolean isNotification(PlannedAction action) {
    return action.kind() == ActionKind.NOTIFY;
  }

  private void queue(List<PlannedAction> actions) {
    store.queued(actions.stream().map(PlannedAction::id).toList());
    outbox.addAll(actions.stream().map(ActionEffects::of).toList());
  }
}
