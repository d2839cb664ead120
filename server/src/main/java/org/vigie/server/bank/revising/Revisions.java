package org.vigie.server.bank.revising;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.BankRevised;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.index.ChangeFollower;
import org.vigie.server.bank.store.Change;
import org.vigie.server.bank.store.ChangeLog;

/// Makes changes: each in a transaction, numbered, logged and published; returns when the index
/// of this process has followed. Threads: any.
public final class Revisions {
  /// How long a change waits to count here. It is committed before, and counts anyway, as soon
  /// as the follower reaches it.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final TransactionOperations transactions;
  private final TransactionOperations apart;
  private final ChangeLog log;
  private final ApplicationEventPublisher events;
  private final AccessLedger ledger;
  private final ChangeFollower follower;

  /// @param apart transactions of their own, for work that survives a rollback around it
  public Revisions(
      TransactionOperations transactions,
      TransactionOperations apart,
      ChangeLog log,
      ApplicationEventPublisher events,
      AccessLedger ledger,
      ChangeFollower follower) {
    this.transactions = transactions;
    this.apart = apart;
    this.log = log;
    this.events = events;
    this.ledger = ledger;
    this.follower = follower;
  }

  /// The result of a change, and its revision.
  public record Revised<T>(T value, BankRevision revision) {}

  /// Makes a change in one transaction, that of the caller if there is one.
  public <T> T change(Supplier<Revised<T>> work) {
    boolean within = TransactionSynchronizationManager.isActualTransactionActive();
    Revised<T> revised = transactions.execute(_ -> work.get());
    if (!within) {
      follower.await(revised.revision(), PATIENCE);
    }
    return revised.value();
  }

  /// Runs work in a transaction of its own, which is seen at once and survives a rollback of the
  /// current one.
  public void apart(Runnable work) {
    apart.executeWithoutResult(_ -> work.run());
  }

  /// Returns the revision of the last change that was committed.
  public BankRevision current() {
    return log.current();
  }

  /// Numbers a change, near the end of its transaction: no other transaction can change any bank
  /// from here to the commit.
  public BankRevision next(Change change, BankAct act, Caller caller, boolean grown) {
    return next(change, act, caller, grown, "");
  }

  /// Numbers a change with a further detail for the ledger.
  ///
  /// @param more begins with a space: ` skipped=3`
  public BankRevision next(Change change, BankAct act, Caller caller, boolean grown, String more) {
    BankRevision revision = log.append(change, grown, caller.reference());
    ledger.record(caller, act, subject(change), detail(change, revision) + more);
    events.publishEvent(new BankRevised(revision, grown));
    return revision;
  }

  private static String detail(Change change, BankRevision revision) {
    return switch (change.kind()) {
      case BANK, MEMBERS -> "revision=" + revision.number();
      case MEMBER, IMPORT -> "bank=" + change.bank().value() + " revision=" + revision.number();
    };
  }

  private static String subject(Change change) {
    return switch (change.kind()) {
      case BANK, MEMBERS -> "bank:" + change.bank().value();
      case MEMBER -> "member:" + change.member().orElseThrow();
      case IMPORT -> "import:" + change.importId().orElseThrow();
    };
  }

  /// Publishes another event in the same transaction.
  public void publish(Object event) {
    events.publishEvent(event);
  }
}
