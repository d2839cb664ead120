package org.vigie.server.enforcement.delivering;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Connector;
import org.vigie.server.enforcement.actions.ActionId;
import org.vigie.server.enforcement.actions.Condition;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.enforcement.actions.Role;
import org.vigie.server.enforcement.queueing.ActionEffects;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.EndStore;
import org.vigie.server.enforcement.store.LockStore;
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

  /// Three times the limit of a connector, so that a process that died delays an action little.
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final int AT_ONCE = 32;

  private final Connector connector;
  private final LockStore locks;
  private final EndStore ends;
  private final Turns turns;
  private final InstantSource clock;

  public ActionHandler(
      Connector connector, LockStore locks, EndStore ends, Turns turns, InstantSource clock) {
    this.connector = connector;
    this.locks = locks;
    this.ends = ends;
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
    locks.lockWhole(effects.stream().map(ActionHandler::id).toList());
  }

  private static ActionId id(Effect effect) {
    return new ActionId(effect.id().value());
  }

  @Override
  public void ended(List<Attempt> attempts) {
    Instant now = clock.instant();
    List<PlannedAction> ended = ends.ended(
        attempts.stream().flatMap(attempt -> end(attempt, now).stream()).toList(), now);
    Stream<DecisionId> failed =
        attempts.stream().flatMap(attempt -> failure(attempt, now).stream());
    turns.settle(
        refused(ended),
        Stream.concat(ended.stream().map(PlannedAction::decision), failed)
            .collect(Collectors.toSet()),
        now);
  }

  private static Optional<EndStore.End> end(Attempt attempt, Instant now) {
    return attempt.delivery() instanceof Delivery.Delivered delivered
        ? Optional.of(new EndStore.End(
            id(attempt.effect()), Answer.ended(delivered, now), attempt.number() > 1))
        : Optional.empty();
  }

  /// Stores a failure; returns the decision whose next actions may have their turn now.
  private Optional<DecisionId> failure(Attempt attempt, Instant now) {
    ActionId id = id(attempt.effect());
    return switch (attempt.delivery()) {
      case Delivery.Failed(String reason) -> failed(id, reason, attempt.last(), now);
      case Delivery.Refused(String reason) -> failed(id, reason, attempt.last(), now);
      case Delivery.Delivered _, Delivery.Deferred _ -> Optional.empty();
    };
  }

  private Optional<DecisionId> failed(ActionId id, String reason, boolean last, Instant now) {
    return last ? ends.dead(id, reason, now) : ends.failed(id);
  }

  /// Notes which measures messengers refused; returns their conditions, where milder measures take
  /// their place.
  private Set<Condition> refused(List<PlannedAction> ended) {
    List<PlannedAction> refused = ended.stream()
        .filter(action -> action.role() != Role.UNDO && isRefused(action))
        .toList();
    refused.forEach(action -> ends.refused(action.of().orElse(action.id())));
    return refused.stream()
        .filter(action -> action.kind() != ActionKind.NOTIFY)
        .map(action -> Condition.of(action.action()))
        .collect(Collectors.toSet());
  }

  private static boolean isRefused(PlannedAction action) {
    return action.progress() instanceof Progress.Ended ended && ended.how().refused();
  }
}
