package org.vigie.server.bank;

import java.util.List;

/// What banks came to match with some changes. Threads: any; nothing here waits for the
/// database.
public interface GrownContent {
  /// Returns how many signals it has.
  int size();

  /// Returns which pieces of content have to be compared with all banks again: with any other,
  /// the changes let no member match that did not before.
  ///
  /// @param contents for each piece its signals
  /// @return their places, in order
  List<Integer> touched(List<List<SoughtSignal>> contents);
}
