package org.vigie.server.enforcement.queueing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    for (Step _ : Step.values()) {
      moving.addAll(begin(store.due(moving), now));
    }
  }

  /// Brings conditions to what decisions want, then begins as [#next].
  public void settle(Collection<Condition> changed, Collection<DecisionId> decisions, Instant now) {
    Set<DecisionId> moving = new HashSet<>(decisions);
    changed.forEach(
        condition -> conditions.settle(condition, List.of(), now).ifPresent(moving::add));
    next(moving, now);
  }

  /// Returns other decisions that may go on.
  private Set<DecisionId> begin(List<PlannedAction> due, Instant now) {
    due.stream().filter(Turns::isNotification).forEach(this::queue);
    Map<Condition, List<PlannedAction>> byCondition = due.stream()
        .filter(action -> !isNotification(action))
        .collect(Collectors.groupingBy(action -> Condition.of(action.action())));
    return byCondition.entrySet().stream()
        .flatMap(each -> conditions.settle(each.getKey(), each.getValue(), now).stream())
        .collect(Collectors.toSet());
  }

  private static boolean isNotification(PlannedAction action) {
    return action.kind() == ActionKind.NOTIFY;
  }

  private void queue(PlannedAction action) {
    store.queued(action.id());
    outbox.add(ActionEffects.of(action));
  }
}
