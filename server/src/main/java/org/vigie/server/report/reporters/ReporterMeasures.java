package org.vigie.server.report.reporters;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.connector.MessengerId;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.checking.ClaimCheck;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.ledger.ReportAct;
import org.vigie.server.report.store.ReporterMeasureStore;

/// Answers messengers with measures against their reporters: Regulation (EU) 2022/2065, Art. 23
/// requires a warning before a suspension, and only the messenger can pass it on. A key gets only
/// measures against reporters that it has named itself. The ledger records when it first read each
/// measure. Threads: any.
public final class ReporterMeasures {
  /// The most measures in one answer.
  public static final int MOST = 100;

  private final ReporterMeasureStore store;
  private final MisuseRegister reporters;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  ReporterMeasures(
      ReporterMeasureStore store,
      MisuseRegister reporters,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.reporters = reporters;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// The present standing of a reporter.
  public sealed interface Standing {
    /// Nothing that counts was done.
    record Good() implements Standing {}

    /// They were warned in the last twelve months, or suspended until before now.
    record Warned(Misuse last) implements Standing {}

    /// Their notices are not processed.
    record Suspended(MisuseRegister.Suspended suspension) implements Standing {}
  }

  /// Returns the standing of a messenger's reporter.
  ///
  /// @throws MalformedNoticeException if a messenger may not send such a name
  public Standing of(Caller.Key caller, MessengerId messenger, String reporter) {
    ClaimCheck.checkReporter(reporter);
    Origin origin = new Origin.Messenger(caller.id(), Optional.of(reporter));
    return Objects.requireNonNull(transactions.execute(_ -> {
      Standing standing = standing(origin, messenger);
      ReporterMark.of(origin, messenger).ifPresent(mark -> tell(caller, store.untold(mark)));
      return standing;
    }));
  }

  private Standing standing(Origin origin, MessengerId messenger) {
    return ReporterMark.of(origin, messenger)
        .flatMap(reporters::suspension)
        .<Standing>map(Standing.Suspended::new)
        .or(() -> reporters.current(origin, messenger).map(Standing.Warned::new))
        .orElseGet(Standing.Good::new);
  }

  /// Returns measures against reporters of a messenger after an entry, or from the beginning,
  /// in order; empty if the entry was never answered to this messenger, or has expired.
  public Optional<List<ReporterMeasure>> after(Caller.Key caller, Optional<UUID> entry) {
    return Objects.requireNonNull(transactions.execute(_ -> {
      Optional<Long> place =
          entry.isEmpty() ? Optional.of(0L) : store.place(caller.id(), entry.get());
      Optional<List<ReporterMeasure>> found =
          place.map(from -> store.after(caller.id(), from, MOST));
      found.ifPresent(all ->
          tell(caller, store.untold(all.stream().map(ReporterMeasure::entry).toList())));
      return found;
    }));
  }

  private void tell(Caller caller, List<ReporterMeasureStore.Untold> untold) {
    for (ReporterMeasureStore.Untold each : untold) {
      if (store.tell(each.entry(), clock.instant())) {
        ledger.record(
            caller, ReportAct.REPORTER_TOLD, "reporter:" + each.reporter().value());
      }
    }
  }
}
