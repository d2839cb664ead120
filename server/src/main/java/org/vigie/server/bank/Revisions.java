package org.vigie.server.bank;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.index.ChangeFollower;
import org.vigie.server.bank.store.Change;
import org.vigie.server.bank.store.ChangeLog;

/// Makes changes: each in a transaction, numbered, logged and told; returns when this process
/// has followed.
final class Revisions {
  /// How long a change waits to count here; it is committed before, and counts soon anyway.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final TransactionTemplate transactions;
  private final ChangeLog log;
  private final ApplicationEventPublisher events;
  private final ChangeFollower follower;

  Revisions(
      TransactionTemplate transactions,
      ChangeLog log,
      ApplicationEventPublisher events,
      ChangeFollower follower) {
    this.transactions = transactions;
    this.log = log;
    this.events = events;
    this.follower = follower;
  }

  /// What a change made, and the revision that has it.
  record Revised<T>(T value, BankRevision revision) {}

  /// Makes a change in one transaction, that of the caller if there is one.
  <T> T change(Supplier<Revised<T>> work) {
    boolean within = TransactionSynchronizationManager.isActualTransactionActive();
    Revised<T> revised = transactions.execute(_ -> work.get());
    if (!within) {
      follower.await(revised.revision(), PATIENCE);
    }
    return revised.value();
  }

  /// Returns the revision of the last change that was committed.
  BankRevision current() {
    return log.current();
  }

  /// Numbers a change, as the last step of its transaction: nobody else can change anything from
  /// here to the commit.
  BankRevision next(Change change, Caller caller, boolean grown) {
    BankRevision revision = log.append(change, caller.reference());
    events.publishEvent(new BankRevised(revision, grown));
    return revision;
  }
}
