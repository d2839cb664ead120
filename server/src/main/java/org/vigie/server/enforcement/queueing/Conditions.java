package org.vigie.server.enforcement.queueing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.Action;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.Connectors;
import org.vigie.server.enforcement.actions.Ending;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Role;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.ConditionStore;
import org.vigie.server.enforcement.store.ConditionStore.Found;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.Withdrawal;
import org.vigie.server.review.DecisionId;

/// Brings the conditions of accounts, rooms and messages to those that decisions in force want. In
/// the transaction of the caller, who has locked the target. Threads: any.
///
/// ## Why
///
/// Measures on one account overlap: a suspension from one decision, a ban from another, each
/// reversed or over at a time of its own. Some messengers keep one state for an account, some one
/// for each kind. Both end right if at most one measure of a condition is carried out at a time,
/// and a change undoes it before it carries out the next:
///
/// ```
/// wanted:   suspension      + ban        ban reversed     suspension over
/// asked:    suspend         undo, ban    undo, suspend    undo
/// ```
///
/// So nothing here depends on how a condition came to be as it is. It compares the measure that is
/// wanted with the last one that was given to the outbox, whose effects keep their order on a
/// target.
public final class Conditions {
  /// The reason why a measure that the messenger had before is not undone.
  static final String WAS_SO_BEFORE = "was-so-before";

  /// The strongest first, then the one that ends last, then the oldest.
  private static final Comparator<PlannedAction> STRONGEST = Comparator.<PlannedAction>comparingInt(
          measure -> -Condition.strength(measure.kind()))
      .thenComparing(measure -> end(measure.action()), Comparator.reverseOrder());

  private final ActionStore actions;
  private final ConditionStore conditions;
  private final Outbox outbox;
  private final Connectors connectors;

  public Conditions(
      ActionStore actions, ConditionStore conditions, Outbox outbox, Connectors connectors) {
    this.actions = actions;
    this.conditions = conditions;
    this.outbox = outbox;
    this.connectors = connectors;
  }

  private static Instant end(Action action) {
    return action.until().orElse(Instant.MAX);
  }

  /// Asks messengers for the missing actions. Returns the decisions of actions that no longer
  /// hold up later steps.
  ///
  /// @param changed the conditions, each with the measures whose turn has come
  public Set<DecisionId> settle(Map<Condition, List<PlannedAction>> changed, Instant now) {
    if (changed.isEmpty()) {
      return Set.of();
    }
    List<ActionId> entering =
        changed.values().stream().flatMap(List::stream).map(PlannedAction::id).toList();
    Batch batch = new Batch(now);
    conditions
        .read(changed.keySet(), entering)
        .forEach(
            (condition, found) -> settle(found, changed.getOrDefault(condition, List.of()), batch));
    batch.store();
    return batch.moved;
  }

  private void settle(Found found, List<PlannedAction> entering, Batch batch) {
    Optional<PlannedAction> last = found.last();
    Optional<PlannedAction> wanted = wanted(found.standing(), last);
    entering.stream().filter(measure -> !is(measure, wanted)).forEach(batch.kept::add);
    if (isWanted(last, wanted)) {
      return;
    }
    Optional<PlannedAction> left = last.filter(one -> one.role() != Role.UNDO);
    left.ifPresent(one -> leave(one, batch));
    left.map(PlannedAction::decision).ifPresent(batch.moved::add);
    wanted.ifPresent(measure -> carryOut(measure, entering, batch));
  }

  /// Of equally strong measures the one that is carried out stays.
  private static Optional<PlannedAction> wanted(
      List<PlannedAction> standing, Optional<PlannedAction> last) {
    Optional<PlannedAction> strongest = standing.stream().min(STRONGEST);
    return standing.stream()
        .filter(measure -> isWanted(last, Optional.of(measure)))
        .filter(measure -> STRONGEST.compare(measure, strongest.orElseThrow()) == 0)
        .findFirst()
        .or(() -> strongest);
  }

  /// Returns whether the last action of a condition carries out the wanted measure.
  private static boolean isWanted(Optional<PlannedAction> last, Optional<PlannedAction> wanted) {
    Optional<ActionId> carriedOut =
        last.filter(one -> one.role() != Role.UNDO).map(Conditions::measure);
    return carriedOut.equals(wanted.map(PlannedAction::id));
  }

  private static boolean is(PlannedAction measure, Optional<PlannedAction> wanted) {
    return wanted.map(PlannedAction::id).equals(Optional.of(measure.id()));
  }

  private static ActionId measure(PlannedAction action) {
    return action.of().orElse(action.id());
  }

  /// Withdraws an action that was never attempted, and undoes one that may have had an effect.
  private void leave(PlannedAction action, Batch batch) {
    switch (action.progress()) {
      case Progress.Waiting _, Progress.Withdrawn _ -> {}
      case Progress.Queued _, Progress.Dead _ -> withdraw(action, batch);
      case Progress.Ended ended -> {
        if (ended.how().acted()) {
          undo(action, batch);
        } else if (ended.how() == Ending.ALREADY) {
          leaveAsBefore(action, batch);
        }
      }
    }
  }

  private void withdraw(PlannedAction action, Batch batch) {
    Withdrawal how = outbox.withdraw(action.id().effect());
    if (action.role() == Role.MEASURE && action.overAt().isEmpty()) {
      batch.kept.add(action);
    } else {
      actions.withdrawn(action.id(), batch.now);
    }
    if (how != Withdrawal.UNATTEMPTED) {
      undo(action, batch);
    }
  }

  private static void leaveAsBefore(PlannedAction action, Batch batch) {
    Progress kept = new Progress.Ended(Ending.KEPT, Optional.of(WAS_SO_BEFORE), batch.now);
    batch.added.add(action.undoing(Optional.empty()).as(kept));
  }

  private void undo(PlannedAction action, Batch batch) {
    PlannedAction undo = action.undoing(Optional.empty());
    boolean able = connectors
        .of(undo.action().subject().messenger())
        .filter(connector -> connector.capabilities().include(undo.action()))
        .isPresent();
    if (able) {
      batch.added.add(undo);
      batch.queued.add(undo);
    } else {
      batch.added.add(undo.as(new Progress.Ended(Ending.UNSUPPORTED, Optional.empty(), batch.now)));
    }
  }

  private static void carryOut(PlannedAction measure, List<PlannedAction> entering, Batch batch) {
    if (entering.stream().anyMatch(one -> one.id().equals(measure.id()))) {
      batch.queued.add(measure);
    } else {
      PlannedAction again = measure.again();
      batch.added.add(again);
      batch.queued.add(again);
    }
  }

  /// The changes of one call, stored together at its end.
  private final class Batch {
    private final Instant now;
    private final List<PlannedAction> added = new ArrayList<>();
    private final List<PlannedAction> queued = new ArrayList<>();
    private final List<PlannedAction> kept = new ArrayList<>();
    private final Set<DecisionId> moved = new HashSet<>();

    Batch(Instant now) {
      this.now = now;
    }

    void store() {
      actions.kept(kept.stream().map(PlannedAction::id).toList(), now);
      actions.add(added, now);
      actions.queued(queued.stream().map(PlannedAction::id).toList());
      outbox.addAll(queued.stream().map(ActionEffects::of).toList());
    }
  }
}
