package org.vigie.server.enforcement.planning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.connector.Connector;
import org.vigie.connector.Subject;
import org.vigie.server.enforcement.actions.Connectors;
import org.vigie.server.enforcement.actions.Ending;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Decisions;

/// Makes the actions of decisions that take effect. In the transaction of the caller. Threads:
/// any.
final class Planning {
  /// The reason of actions in a messenger without a connector.
  static final String NO_CONNECTOR = "no-connector";

  private final Decisions decisions;
  private final Function<Decision, String> texts;
  private final Connectors connectors;
  private final LockStore locks;
  private final ActionStore store;
  private final Turns turns;

  /// @param texts tells a person about a decision
  Planning(
      Decisions decisions,
      Function<Decision, String> texts,
      Connectors connectors,
      LockStore locks,
      ActionStore store,
      Turns turns) {
    this.decisions = decisions;
    this.texts = texts;
    this.connectors = connectors;
    this.locks = locks;
    this.store = store;
    this.turns = turns;
  }

  /// Stores the actions of a decision that is in force, and begins with the first step. A repeat
  /// changes nothing.
  void plan(DecisionId id, Instant now) {
    locks.lock(id);
    if (decisions.isInForce(id)) {
      decisions.find(id).ifPresent(decision -> plan(decision, now));
    }
  }

  private void plan(Decision decision, Instant now) {
    Optional<Subject> subject = decisions.subject(decision.subject());
    if (subject.isEmpty() || decision.verdict().acting().isEmpty()) {
      return;
    }
    List<PlannedAction> plan = Plan.of(
        decision, subject.get(), decisions.messages(decision.subject()), texts.apply(decision));
    locks.lock(plan.stream().map(PlannedAction::target).toList());
    store.add(plan.stream().map(action -> begun(action, now)).toList(), now);
    turns.next(List.of(decision.id()), now);
  }

  /// Ends an action at once that the messenger cannot carry out.
  private PlannedAction begun(PlannedAction action, Instant now) {
    Optional<Connector> connector = connectors.of(action.action().subject().messenger());
    if (connector.isEmpty()) {
      return action.as(new Progress.Ended(Ending.UNSUPPORTED, Optional.of(NO_CONNECTOR), now));
    }
    return connector.get().capabilities().include(action.action())
        ? action
        : action.as(new Progress.Ended(Ending.UNSUPPORTED, Optional.empty(), now));
  }
}
