package org.vigie.server.evidence.keeping;

import java.time.Instant;
import java.util.List;
import org.vigie.server.evidence.Hold;

/// How asking for a destruction ended.
public sealed interface Destruction {
  /// The key is erased, and the blob is gone or will be.
  record Destroyed(Instant at) implements Destruction {}

  /// It had been destroyed before.
  record AlreadyDestroyed() implements Destruction {}

  /// Holds forbid it; the attempt stands in the custody chain.
  record Refused(List<Hold> holds) implements Destruction {
    public Refused {
      holds = List.copyOf(holds);
    }
  }
}
