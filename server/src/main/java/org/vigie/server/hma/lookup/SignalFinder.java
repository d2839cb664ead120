package org.vigie.server.hma.lookup;

import java.util.List;
import org.vigie.server.bank.SoughtSignal;

/// Finds content as HMA's look-ups do.
public interface SignalFinder {
  /// Returns the members that match a signal, nearest first; not the disabled ones.
  ///
  /// @param names of banks; unknown ones are ignored; empty for all
  /// @param coin 0 (inclusive) to 1 (exclusive): banks whose ratio is not above it stay out
  /// @throws org.vigie.server.bank.IndexNotLoadedException before the index is loaded
  List<Finding> find(SoughtSignal signal, List<String> names, double coin);

  /// Returns the members that match a signal, disabled or not, of every bank that is not switched
  /// off, of any ratio.
  List<Finding> findRaw(SoughtSignal signal, List<String> names);
}
