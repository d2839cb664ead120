package org.vigie.server.enforcement.actions;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;

/// How a target is in its messenger, as far as measures that exclude each other set it. Of a
/// suspension and a ban of one account, one at a time is carried out: the strongest.
///
/// @param name the kinds that exclude each other, and the countries in which they hold
public record Condition(Target target, String name) {
  /// The kinds that exclude each other, the mildest first.
  private static final List<List<ActionKind>> LADDERS = List.of(
      List.of(ActionKind.PAUSE_ACCOUNT, ActionKind.SUSPEND_ACCOUNT, ActionKind.BAN_ACCOUNT),
      List.of(ActionKind.SUSPEND_ROOM, ActionKind.CLOSE_ROOM));

  /// Returns the condition that an action changes.
  public static Condition of(Action action) {
    String countries = action.countries().stream().sorted().collect(Collectors.joining(","));
    return new Condition(
        Target.of(action.kind(), action.subject()),
        ladder(action.kind()).getLast() + ":" + countries);
  }

  /// Returns the strength of a kind among those that it excludes, from 0.
  public static int strength(ActionKind kind) {
    return ladder(kind).indexOf(kind);
  }

  private static List<ActionKind> ladder(ActionKind kind) {
    return LADDERS.stream()
        .filter(ladder -> ladder.contains(kind))
        .findFirst()
        .orElse(List.of(kind));
  }
}
