package org.vigie.connector;

import java.util.Set;

/// The actions that a messenger can carry out and undo.
///
/// @param applies the kinds of actions that it carries out
/// @param undoes the kinds of actions that it can undo
/// @param countries whether measures can hold in some countries only
public record Capabilities(Set<ActionKind> applies, Set<ActionKind> undoes, boolean countries) {
  public Capabilities {
    applies = Set.copyOf(applies);
    undoes = Set.copyOf(undoes);
    if (!applies.containsAll(undoes)) {
      throw new IllegalArgumentException("a messenger undoes only actions that it carries out");
    }
  }

  /// Returns whether it can carry out an action.
  public boolean include(Action action) {
    Set<ActionKind> kinds = action.direction() == Action.Direction.APPLY ? applies : undoes;
    return kinds.contains(action.kind()) && (countries || action.countries().isEmpty());
  }
}
