package org.vigie.server.enforcement.planning;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.connector.Action;
import org.vigie.connector.Action.Direction;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Capabilities;
import org.vigie.connector.Connector;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Outcome;
import org.vigie.connector.Reason;
import org.vigie.server.enforcement.actions.Target;

/// A messenger as simple as they come: an account or a room has one state, that of the last action,
/// and undoing any measure frees it. It acts once for a key.
final class RecordingMessenger implements Connector {
  /// What happens to an action before the messenger sees it, or after.
  enum Fate {
    ANSWERED,
    LOST_BEFORE,
    LOST_AFTER,
    DEFERRED,
    DENIED
  }

  private final MessengerId id;
  private final Function<Action, Fate> fates;
  private final Set<IdempotencyKey> acted = new HashSet<>();
  private final Map<Target, ActionKind> states = new HashMap<>();
  private final Map<Target, Set<ActionKind>> marks = new HashMap<>();

  /// Actions that were asked for while another kind held on their target.
  final List<Action> overlaps = new ArrayList<>();

  /// Every action that had an effect, in order.
  final List<Action> effects = new ArrayList<>();

  /// Every action that was asked for, in order.
  final List<Action> asked = new ArrayList<>();

  RecordingMessenger(MessengerId id, Function<Action, Fate> fates) {
    this.id = id;
    this.fates = fates;
  }

  @Override
  public MessengerId messenger() {
    return id;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(EnumSet.allOf(ActionKind.class), EnumSet.allOf(ActionKind.class), true);
  }

  @Override
  public synchronized Outcome carryOut(Action action) throws IOException {
    asked.add(action);
    return switch (fates.apply(action)) {
      case ANSWERED -> act(action);
      case LOST_BEFORE -> throw new IOException("made up");
      case LOST_AFTER -> {
        act(action);
        throw new IOException("made up");
      }
      case DEFERRED -> new Outcome.RetryAfter(Duration.ofSeconds(30));
      case DENIED -> new Outcome.Denied(new Reason("made-up"));
    };
  }

  private Outcome act(Action action) {
    if (!acted.add(action.key())) {
      return new Outcome.Already();
    }
    effects.add(action);
    Target target = Target.of(action.kind(), action.subject());
    if (action.kind() == ActionKind.NOTIFY) {
      return new Outcome.Done();
    }
    if (action.kind().target() == ActionKind.Target.MESSAGE) {
      Set<ActionKind> kinds = marks.computeIfAbsent(target, _ -> EnumSet.noneOf(ActionKind.class));
      boolean changed = action.direction() == Direction.APPLY
          ? kinds.add(action.kind())
          : kinds.remove(action.kind());
      return changed ? new Outcome.Done() : new Outcome.Already();
    }
    if (action.direction() == Direction.APPLY
        && states.getOrDefault(target, action.kind()) != action.kind()) {
      overlaps.add(action);
    }
    Optional<ActionKind> before = Optional.ofNullable(
        action.direction() == Direction.APPLY
            ? states.put(target, action.kind())
            : states.remove(target));
    return before.equals(
            action.direction() == Direction.APPLY ? Optional.of(action.kind()) : Optional.empty())
        ? new Outcome.Already()
        : new Outcome.Done();
  }

  /// Returns the state of an account or a room.
  synchronized Optional<ActionKind> state(Target target) {
    return Optional.ofNullable(states.get(target));
  }

  /// Returns what holds on a message.
  synchronized Set<ActionKind> marks(Target target) {
    return Set.copyOf(marks.getOrDefault(target, Set.of()));
  }
}
