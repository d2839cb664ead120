package org.vigie.server.outbox;

import java.util.List;

/// Queues effects. Threads: any.
public interface Outbox {
  /// Queues an effect in the transaction of the caller, or in one of its own if there is none.
  ///
  /// Effects of one key are delivered in the order in which they were added. Transactions that
  /// are open at the same time have no order between them.
  ///
  /// @return false, and adds nothing, if the outbox still has an effect with this id
  boolean add(Effect effect);

  /// Queues effects in this order, as [#add] does, without those that the outbox still has.
  void addAll(List<Effect> effects);

  /// Takes an effect back, in the transaction of the caller: no further attempt begins once that
  /// has committed.
  Withdrawal withdraw(EffectId id);
}
