package org.vigie.bench.doors;

import java.io.IOException;

/// An entrance, and the worst attack of one caller there.
///
/// @param name as SECURITY.md names the door
/// @param who a stranger, a key or a person
/// @param attack ends by itself
record Door(String name, String who, Attack attack) {
  /// Acts of one caller.
  interface Attack {
    /// Does everything and returns when the last answer is there.
    ///
    /// @param answers counts how each act ended
    void run(Answers answers) throws IOException, InterruptedException;
  }
}
