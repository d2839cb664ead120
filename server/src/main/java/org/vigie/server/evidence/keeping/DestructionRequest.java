package org.vigie.server.evidence.keeping;

import java.util.List;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.Hold;

/// How asking to destroy an object before its term ended.
public sealed interface DestructionRequest {
  /// It waits for a second person, for a day.
  record Waiting(GrantId id) implements DestructionRequest {}

  /// Somebody has asked before, and that still waits.
  record WaitsAlready() implements DestructionRequest {}

  /// Holds forbid it; the attempt stands in the custody chain.
  record Refused(List<Hold> holds) implements DestructionRequest {
    public Refused {
      holds = List.copyOf(holds);
    }
  }
}
