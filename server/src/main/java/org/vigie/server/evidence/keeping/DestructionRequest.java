package org.vigie.server.evidence.keeping;

import java.util.List;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.Hold;

/// The outcome of a request to destroy an object before its term ends.
public sealed interface DestructionRequest {
  /// Pending with a second person, for a day.
  record Pending(GrantId id) implements DestructionRequest {}

  /// An earlier request is still pending.
  record AlreadyPending() implements DestructionRequest {}

  /// Holds forbid it; the custody chain records the attempt.
  record Refused(List<Hold> holds) implements DestructionRequest {
    public Refused {
      holds = List.copyOf(holds);
    }
  }
}
