package org.vigie.server.review.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;

/// Commits each act on a case together with its entry in the ledger. Threads: any.
public final class CaseTransactions {
  private final AccessLedger ledger;
  private final InstantSource clock;
  private final TransactionOperations transactions;

  public CaseTransactions(
      AccessLedger ledger, InstantSource clock, TransactionOperations transactions) {
    this.ledger = ledger;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Returns the time, in the microseconds that the database keeps.
  public Instant now() {
    return clock.instant();
  }

  /// Runs work in a transaction, the caller's if there is one.
  public <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }

  /// Records an act of a person on a case.
  public void record(PersonId person, ReviewAct act, CaseId id) {
    record(new Caller.Person(person), act, id.reference());
  }

  /// Records an act.
  public void record(Caller by, ReviewAct act, String subject) {
    ledger.record(by, act, subject);
  }

  /// Records an act with its details.
  public void record(Caller by, ReviewAct act, String subject, String details) {
    ledger.record(by, act, subject, details);
  }
}
