package org.vigie.server.bank;

import java.util.Map;

/// The numbers of valid signals at a revision.
///
/// @param builtTo when the revision was made, in seconds since 1970; 0 for the empty state
/// @param signals by the identifiers of their types; disputed ones count, closed banks do not
public record IndexState(BankRevision revision, long builtTo, Map<String, Long> signals) {
  public IndexState {
    signals = Map.copyOf(signals);
  }
}
