package org.vigie.connector;

import java.io.IOException;

/// One messenger, as Vigie acts on it. Threads: any, and several at once.
public interface Connector {
  /// Returns the messenger.
  MessengerId messenger();

  /// Returns the abilities of the messenger. Other actions are never asked for.
  Capabilities capabilities();

  /// Carries out an action, in bounded time. Repeats with the same key act once.
  ///
  /// @throws IOException if it is unknown whether the messenger acted; Vigie asks again
  Outcome carryOut(Action action) throws IOException;
}
