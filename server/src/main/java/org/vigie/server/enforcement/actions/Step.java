package org.vigie.server.enforcement.actions;

import org.vigie.connector.ActionKind;

/// The steps of a decision, in their order. A step begins once each action before it has been
/// attempted; the person is notified once no other is attempted any more.
public enum Step {
  QUARANTINE,
  REMOVE,
  RESTRICT,
  NOTIFY;

  /// Returns the step of a kind of action.
  public static Step of(ActionKind kind) {
    return switch (kind) {
      case QUARANTINE_MEDIA -> QUARANTINE;
      case REMOVE_MESSAGE, LABEL_MESSAGE, AGE_RESTRICT_MESSAGE, DEMOTE_MESSAGE -> REMOVE;
      case PAUSE_ACCOUNT, SUSPEND_ACCOUNT, BAN_ACCOUNT, SUSPEND_ROOM, CLOSE_ROOM -> RESTRICT;
      case NOTIFY -> NOTIFY;
    };
  }
}
