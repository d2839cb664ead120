package org.vigie.server.evidence.keeping;

import java.time.Instant;
import java.util.List;
import org.vigie.server.evidence.Hold;

/// The outcome of a destruction.
public sealed interface Destruction {
  /// The key is erased, and the blob is gone or will be.
  record Destroyed(Instant at) implements Destruction {}

  /// The object was destroyed before.
  record AlreadyDestroyed() implements Destruction {}

  /// Holds forbid it; the custody chain records the attempt.
  record Refused(List<Hold> holds) implements Destruction {
    public Refused {
      holds = List.copyOf(holds);
    }
  }
}
