package org.vigie.server.enforcement.actions;

import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;

/// A message, an account or a room of a messenger, as one text.
///
/// @param value such as `chat account:` and a reference; names people, so it belongs in no log
public record Target(String value) {
  /// Returns the target of a kind of action. Messages are named in their room, because messengers
  /// may number them there.
  ///
  /// @throws IllegalArgumentException if the subject does not name it
  public static Target of(ActionKind kind, Subject subject) {
    String reference = Action.target(kind, subject)
        .map(Reference::value)
        .orElseThrow(() -> new IllegalArgumentException("the subject has no such target"));
    String name =
        switch (kind.target()) {
          case MESSAGE -> "message:" + subject.room().map(Reference::value).orElse("") + "\n";
          case ACCOUNT -> "account:";
          case ROOM -> "room:";
        };
    return new Target(subject.messenger() + " " + name + reference);
  }

  /// Returns a fixed word.
  @Override
  public String toString() {
    return "Target";
  }
}
