package org.vigie.server.outbox;

/// Attempts effects again at the wish of a person, for modules that have a page of their effects.
/// In the transaction of the caller, who writes the ledger. Threads: any.
public interface Redelivery {
  /// Makes a dead letter pending again, and a failed effect due at once; adds one that was deleted
  /// at the end of its term. Returns false if the effect has ended, or is being attempted.
  boolean attemptNow(Effect effect);

  /// Gives a dead letter up. Returns false if it is not dead.
  boolean giveUp(EffectId id);
}
