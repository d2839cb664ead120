package org.vigie.server.hma;

import java.util.List;
import org.vigie.server.bank.SoughtSignal;

/// Finds content as HMA's look-ups do.
public interface SignalFinder {
  /// Returns what matches a signal, nearest first.
  ///
  /// @param names of banks; empty for all
  /// @param coin 0 (inclusive) to 1 (exclusive): banks whose ratio is not above it stay out
  /// @throws org.vigie.server.bank.IndexNotLoadedException before the index is loaded
  /// @throws org.vigie.server.frame.ProblemException if there is no bank of a name
  List<Finding> find(SoughtSignal signal, List<String> names, double coin);
}
