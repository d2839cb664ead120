package org.vigie.server.hma.lookup;

import java.util.List;
import org.vigie.server.bank.SoughtSignal;

/// Finds content as HMA's look-ups do.
public interface SignalFinder {
  /// Returns what matches a signal, nearest first; not what is disabled.
  ///
  /// @param names of banks, of which those count that exist; empty for all
  /// @param coin 0 (inclusive) to 1 (exclusive): banks whose ratio is not above it stay out
  /// @throws org.vigie.server.bank.index.IndexNotLoadedException before the index is loaded
  List<Finding> find(SoughtSignal signal, List<String> names, double coin);

  /// Returns what matches a signal, whatever the ratios of banks that are not switched off, and
  /// whether it is disabled or not.
  List<Finding> findRaw(SoughtSignal signal, List<String> names);
}
