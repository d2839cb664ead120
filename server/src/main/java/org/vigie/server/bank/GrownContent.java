package org.vigie.server.bank;

import java.util.List;

/// The signals that some changes of banks made match, or ceased to silence. Threads: any; nothing
/// here waits for the database.
public interface GrownContent {
  /// Returns the number of signals.
  int size();

  /// Returns the pieces of content that have to be compared with all banks again; for any other,
  /// the changes let no new member match.
  ///
  /// @param contents for each piece its signals
  /// @return their places, in order
  List<Integer> touched(List<List<SoughtSignal>> contents);
}
