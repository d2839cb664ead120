package org.vigie.server.enforcement.actions;

import org.vigie.connector.Action.Direction;

/// Why there is an action.
public enum Role {
  /// It carries out a measure of a decision.
  MEASURE,
  /// It undoes a measure.
  UNDO,
  /// It carries a measure out again, after a stronger one on the same target was undone.
  AGAIN;

  /// Returns whether a measure begins or ends.
  public Direction direction() {
    return this == UNDO ? Direction.UNDO : Direction.APPLY;
  }
}
