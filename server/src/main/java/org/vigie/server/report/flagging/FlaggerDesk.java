package org.vigie.server.report.flagging;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.report.FlaggerRecord;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ledger.ReportAct;
import org.vigie.server.report.store.FlaggerDeskStore;

/// Shows a flagger its own notices, and the monthly count that it countersigns. Threads: any.
public final class FlaggerDesk {
  /// The most notices that count for accuracy and times, and that are shown.
  public static final int LAST = 100;

  private final FlaggerDeskStore store;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public FlaggerDesk(
      FlaggerDeskStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Returns the last notices of an organisation, youngest first.
  public List<Notice> last(OrganisationId organisation) {
    return store.last(organisation, LAST);
  }

  /// Finds a notice of an organisation.
  public Optional<Notice> find(OrganisationId organisation, NoticeId notice) {
    return store
        .find(notice)
        .filter(found -> found.origin() instanceof Origin.Flagger flagger
            && flagger.organisation().equals(organisation));
  }

  public FlaggerRecord record(OrganisationId organisation) {
    return store.record(organisation, LAST);
  }

  /// Returns the months in which an organisation sent something, youngest first.
  public List<FlaggerMonth> months(OrganisationId organisation) {
    return store.months(organisation);
  }

  /// Countersigns the counts of a past month; the present numbers are kept.
  ///
  /// @return false for the current month, an empty month or a signed one
  public boolean sign(Caller.Person by, OrganisationId organisation, YearMonth month) {
    YearMonth present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    return month.isBefore(present)
        && transactions.execute(_ -> {
          boolean signed = store.sign(organisation, month, by.reference(), clock.instant());
          if (signed) {
            ledger.record(
                by, ReportAct.FLAGGER_MONTH_COUNTERSIGNED, "organisation:" + organisation.value());
          }
          return signed;
        });
  }
}
