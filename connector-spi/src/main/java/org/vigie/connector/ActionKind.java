package org.vigie.connector;

import java.util.Locale;

/// An act of a messenger on content, an account or a room. Each kind but [#NOTIFY]
/// can be undone; undoing restores how it was before.
public enum ActionKind {
  /// Media of a message can no longer be fetched, but are kept.
  QUARANTINE_MEDIA(Target.MESSAGE),
  /// A message can no longer be seen, in archives too, but is kept.
  REMOVE_MESSAGE(Target.MESSAGE),
  /// A message is shown behind a warning.
  LABEL_MESSAGE(Target.MESSAGE),
  /// A message is shown to adults only.
  AGE_RESTRICT_MESSAGE(Target.MESSAGE),
  /// A message is not recommended, and found last.
  DEMOTE_MESSAGE(Target.MESSAGE),
  /// An account may read, but not post, until a person has decided.
  PAUSE_ACCOUNT(Target.ACCOUNT),
  /// An account is closed for a time.
  SUSPEND_ACCOUNT(Target.ACCOUNT),
  /// An account is closed.
  BAN_ACCOUNT(Target.ACCOUNT),
  /// A room is closed for a time.
  SUSPEND_ROOM(Target.ROOM),
  /// A room is closed.
  CLOSE_ROOM(Target.ROOM),
  /// An account is told something. Undoing tells it that the measures no longer hold.
  NOTIFY(Target.ACCOUNT);

  private final Target target;

  ActionKind(Target target) {
    this.target = target;
  }

  /// The part of a [Subject] that is acted on.
  public enum Target {
    MESSAGE,
    ACCOUNT,
    ROOM
  }

  /// Returns the part of a subject that it acts on.
  public Target target() {
    return target;
  }

  /// Returns the word in JSON: `remove-message`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
