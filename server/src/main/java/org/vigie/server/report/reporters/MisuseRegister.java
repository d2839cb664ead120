package org.vigie.server.report.reporters;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.connector.MessengerId;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.ledger.ReportAct;
import org.vigie.server.report.store.MisuseStore;

/// The register of misuse: reporters with manifestly unfounded notices, and the warnings and
/// suspensions that followed; Regulation (EU) 2022/2065, Art. 23(2) and (3). A suspension follows
/// a warning, is for a time, and is decided by a person who has weighed the four factors; nothing
/// here is automatic. Threads: any.
public final class MisuseRegister {
  /// How long a notice and a warning count.
  static final Duration COUNTED = Duration.ofDays(365);

  private final MisuseStore store;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public MisuseRegister(
      MisuseStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How a measure against a reporter ended.
  public enum Change {
    DONE,
    /// None of their notices of the last twelve months was manifestly unfounded.
    NOTHING_UNFOUNDED,
    /// They were not warned in the last twelve months.
    NOT_WARNED
  }

  /// The factors that a lead has weighed, besides the numbers.
  public record Weighed(Misuse.Gravity gravity, Misuse.Intent intent, String reason) {}

  /// Returns reporters of manifestly unfounded notices, those with the most first.
  public List<ReporterTally> withUnfounded() {
    return store.withUnfounded(since());
  }

  public Optional<ReporterTally> find(ReporterMark reporter) {
    return store.tally(reporter, since());
  }

  /// Returns the measures against a reporter, latest first.
  public List<Misuse> history(ReporterMark reporter) {
    return store.history(reporter);
  }

  /// A suspension: notices of the reporter are not processed.
  ///
  /// @param reason in the words of the person who decided
  public record Suspended(Instant until, String reason) {}

  /// Returns the longest suspension of a reporter that counts now; empty if notices are
  /// processed.
  public Optional<Suspended> suspension(ReporterMark reporter) {
    Optional<Instant> until = store.suspendedUntil(reporter, clock.instant());
    return until.map(end -> new Suspended(end, reason(reporter, end)));
  }

  private String reason(ReporterMark reporter, Instant until) {
    return store.history(reporter).stream()
        .filter(each -> each.measure().equals(new Misuse.Measure.Suspension(until)))
        .map(Misuse::reason)
        .findFirst()
        .orElse("");
  }

  /// Returns the latest measure against a sender, while it counts.
  ///
  /// @param about the messenger of the reported content
  public Optional<Misuse> current(Origin origin, MessengerId about) {
    return ReporterMark.of(origin, about)
        .flatMap(mark -> store.history(mark).stream().findFirst())
        .filter(misuse -> misuse.at().isAfter(since()));
  }

  /// Warns a reporter.
  public Change warn(Caller by, ReporterMark reporter, Weighed weighed) {
    return transactions.execute(_ -> change(by, reporter, new Misuse.Measure.Warning(), weighed));
  }

  /// Suspends a reporter who was warned.
  public Change suspend(Caller by, ReporterMark reporter, Duration time, Weighed weighed) {
    Instant until = clock.instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
    return transactions.execute(
        _ -> change(by, reporter, new Misuse.Measure.Suspension(until), weighed));
  }

  private Change change(Caller by, ReporterMark reporter, Misuse.Measure measure, Weighed weighed) {
    Optional<ReporterTally> tally = find(reporter).filter(found -> found.unfounded() > 0);
    if (tally.isEmpty()) {
      return Change.NOTHING_UNFOUNDED;
    }
    boolean suspends = measure instanceof Misuse.Measure.Suspension;
    if (suspends && !store.isWarned(reporter, since())) {
      return Change.NOT_WARNED;
    }
    store.insert(misuse(by, tally.get(), measure, weighed));
    ledger.record(
        by,
        suspends ? ReportAct.REPORTER_SUSPENDED : ReportAct.REPORTER_WARNED,
        "reporter:" + reporter.value());
    return Change.DONE;
  }

  private Misuse misuse(Caller by, ReporterTally tally, Misuse.Measure measure, Weighed weighed) {
    return new Misuse(
        tally.reporter(),
        measure,
        tally.unfounded(),
        tally.total(),
        weighed.gravity(),
        weighed.intent(),
        weighed.reason(),
        by.reference(),
        clock.instant());
  }

  private Instant since() {
    return clock.instant().minus(COUNTED);
  }
}
