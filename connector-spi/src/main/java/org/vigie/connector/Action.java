package org.vigie.connector;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Something that a messenger is asked to do, or to undo, because of a decision.
///
/// @param key the same in each attempt; a messenger acts once however often it is asked
/// @param subject names the target of the kind, and where it is
/// @param until when a measure ends; Vigie asks for the undoing then. Empty for one without an end
/// @param countries codes of ISO 3166-1 where a measure holds; none means everywhere
/// @param text for the person; empty for all kinds but [ActionKind#NOTIFY]
public record Action(
    IdempotencyKey key,
    ActionKind kind,
    Direction direction,
    Subject subject,
    Optional<Instant> until,
    Set<String> countries,
    Optional<String> text) {
  /// Whether a measure begins or ends.
  public enum Direction {
    APPLY,
    UNDO
  }

  public Action {
    countries = Set.copyOf(countries);
    if (target(kind, subject).isEmpty()) {
      throw new IllegalArgumentException("the subject does not name the target of the action");
    }
    if (text.isPresent() != (kind == ActionKind.NOTIFY)) {
      throw new IllegalArgumentException("notifications have a text, and other actions have none");
    }
  }

  /// Returns the reference that a kind acts on in a subject; empty if the subject does not name it.
  public static Optional<Reference> target(ActionKind kind, Subject subject) {
    return switch (kind.target()) {
      case MESSAGE -> subject.message();
      case ACCOUNT -> subject.account();
      case ROOM -> subject.room();
    };
  }

  /// Prints no reference and no text: neither belongs in logs.
  @Override
  public String toString() {
    return "Action[%s, %s, %s]".formatted(key.value(), direction, kind);
  }
}
