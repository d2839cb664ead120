package org.vigie.server.outbox;

/// Queues effects. Threads: any.
public interface Outbox {
  /// Queues an effect in the transaction of the caller, or in one of its own if there is none.
  ///
  /// Effects of one key are delivered in the order in which they were added. Transactions that
  /// are open at the same time have no order between them.
  ///
  /// @return false, and adds nothing, if the outbox still has an effect with this id
  boolean add(Effect effect);

  /// Takes an effect back, in the transaction of the caller: no further attempt begins once that
  /// has committed.
  Withdrawal withdraw(EffectId id);
}
