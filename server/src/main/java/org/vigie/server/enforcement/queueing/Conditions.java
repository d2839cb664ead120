package org.vigie.server.enforcement.queueing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /// Asks the messenger for what is missing. Returns the decision of an action that no longer
  /// holds up later steps, if there is one.
  ///
  /// @param entering measures of the condition whose turn has come
  public Optional<DecisionId> settle(
      Condition condition, List<PlannedAction> entering, Instant now) {
    List<PlannedAction> standing = conditions.standing(condition, entering);
    Optional<PlannedAction> last = conditions.last(condition);
    Optional<PlannedAction> wanted = wanted(standing, last);
    entering.stream()
        .filter(measure -> !is(measure, wanted))
        .forEach(measure -> actions.kept(measure.id(), now));
    if (isWanted(last, wanted)) {
      return Optional.empty();
    }
    Optional<PlannedAction> left = last.filter(one -> one.role() != Role.UNDO);
    left.ifPresent(one -> leave(one, now));
    wanted.ifPresent(measure -> carryOut(measure, entering, now));
    return left.map(PlannedAction::decision);
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

  /// Returns whether the last action of a condition carries out what is wanted.
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
  private void leave(PlannedAction action, Instant now) {
    switch (action.progress()) {
      case Progress.Waiting _, Progress.Withdrawn _ -> {}
      case Progress.Queued _, Progress.Dead _ -> {
        Withdrawal how = outbox.withdraw(action.id().effect());
        if (action.role() == Role.MEASURE && action.overAt().isEmpty()) {
          actions.kept(action.id(), now);
        } else {
          actions.withdrawn(action.id(), now);
        }
        if (how != Withdrawal.UNATTEMPTED) {
          undo(action, now);
        }
      }
      case Progress.Ended ended -> {
        if (ended.how().acted()) {
          undo(action, now);
        } else if (ended.how() == Ending.ALREADY) {
          leaveAsBefore(action, now);
        }
      }
    }
  }

  private void leaveAsBefore(PlannedAction action, Instant now) {
    Progress kept = new Progress.Ended(Ending.KEPT, Optional.of(WAS_SO_BEFORE), now);
    actions.add(List.of(action.undoing(Optional.empty()).as(kept)), now);
  }

  private void undo(PlannedAction action, Instant now) {
    PlannedAction undo = action.undoing(Optional.empty());
    boolean able = connectors
        .of(undo.action().subject().messenger())
        .filter(connector -> connector.capabilities().include(undo.action()))
        .isPresent();
    if (able) {
      actions.add(List.of(undo), now);
      queue(undo);
    } else {
      actions.add(
          List.of(undo.as(new Progress.Ended(Ending.UNSUPPORTED, Optional.empty(), now))), now);
    }
  }

  private void carryOut(PlannedAction measure, List<PlannedAction> entering, Instant now) {
    boolean first = entering.stream().anyMatch(one -> one.id().equals(measure.id()));
    if (first) {
      queue(measure);
    } else {
      PlannedAction again = measure.again();
      actions.add(List.of(again), now);
      queue(again);
    }
  }

  private void queue(PlannedAction action) {
    actions.queued(action.id());
    outbox.add(ActionEffects.of(action));
  }
}
