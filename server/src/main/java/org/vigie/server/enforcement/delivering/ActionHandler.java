package org.vigie.server.enforcement.delivering;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Connector;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Role;
import org.vigie.server.enforcement.queueing.ActionEffects;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.outbox.Attempt;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.RetryPolicy;
import org.vigie.server.review.DecisionId;

/// Brings actions to the connector of one messenger.
///
/// The end of an attempt, the state of the action, and the next actions of the decision are stored
/// in one transaction.
public final class ActionHandler implements EffectHandler {
  /// About a day: a messenger that is down for longer needs a person.
  private static final RetryPolicy RETRIES =
      new RetryPolicy(30, Duration.ofSeconds(2), Duration.ofHours(1));

  /// Three times what a connector may take, so that a process that died delays an action little.
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final int AT_ONCE = 16;

  private final Connector connector;
  private final ActionStore store;
  private final Turns turns;
  private final InstantSource clock;

  public ActionHandler(Connector connector, ActionStore store, Turns turns, InstantSource clock) {
    this.connector = connector;
    this.store = store;
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public EffectKind kind() {
    return ActionEffects.kind(connector.messenger());
  }

  @Override
  public Delivery deliver(Effect effect) {
    try {
      return Answer.delivery(connector.carryOut(ActionEffects.action(effect)));
    } catch (IOException e) {
      return new Delivery.Failed(e.getClass().getSimpleName());
    }
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public Duration lease() {
    return LEASE;
  }

  /// Locks decisions, so that of two last actions that end at once one sees the other's end; and
  /// their targets, as other actions may have their turn.
  @Override
  public void ending(List<Effect> effects) {
    store.lockTargets(
        store.lockDecisions(effects.stream().map(ActionHandler::id).toList()));
  }

  private static ActionId id(Effect effect) {
    return new ActionId(effect.id().value());
  }

  @Override
  public void ended(List<Attempt> attempts) {
    Instant now = clock.instant();
    Set<DecisionId> moved = new HashSet<>();
    attempts.forEach(attempt -> ended(attempt, now).ifPresent(moved::add));
    turns.next(moved, now);
  }

  /// Returns the decision whose next actions may have their turn now.
  private Optional<DecisionId> ended(Attempt attempt, Instant now) {
    ActionId id = id(attempt.effect());
    return switch (attempt.delivery()) {
      case Delivery.Delivered delivered -> ended(id, Answer.ended(delivered, now), attempt);
      case Delivery.Failed(String reason) -> failed(id, reason, attempt.last(), now);
      case Delivery.Refused(String reason) -> failed(id, reason, attempt.last(), now);
      case Delivery.Deferred _ -> Optional.empty();
    };
  }

  private Optional<DecisionId> ended(ActionId id, Progress.Ended how, Attempt attempt) {
    Optional<PlannedAction> action = store.ended(id, how, attempt.number() > 1);
    action
        .filter(ended -> how.how().refused() && ended.role() != Role.UNDO)
        .ifPresent(refused -> giveWay(refused, how.at()));
    return action.map(PlannedAction::decision);
  }

  /// Lets a milder measure take the place of one that the messenger refused.
  private void giveWay(PlannedAction refused, Instant now) {
    store.refused(refused.of().orElse(refused.id()));
    if (refused.kind() != ActionKind.NOTIFY) {
      turns.settle(List.of(Condition.of(refused.action())), List.of(), now);
    }
  }

  private Optional<DecisionId> failed(ActionId id, String reason, boolean last, Instant now) {
    return last ? store.dead(id, reason, now) : store.failed(id);
  }
}
