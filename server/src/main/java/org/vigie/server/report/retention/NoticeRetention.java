package org.vigie.server.report.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Retries;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.ledger.ReportAct;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.store.RetentionStore;

/// Deletes personal data of notices at the end of its term (Regulation (EU) 2016/679,
/// Art. 5(1)(e)): first the sender, later the content. Data for statistics stays.
///
/// An undecided notice is left as it is, and so is one with sealed content under a hold. Each is
/// handled in a transaction of its own, with its entry in the ledger. Threads: one.
final class NoticeRetention {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeRetention.class);
  private static final int AT_ONCE = 100;
  private static final Duration SHORTEST_REST = Duration.ofHours(1);
  private static final Duration LONGEST_REST = Duration.ofDays(1);

  private final RetentionStore store;
  private final Vault vault;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final ReportSettings settings;
  private final InstantSource clock;
  private final Retries<NoticeId> resting = new Retries<>(SHORTEST_REST, LONGEST_REST);

  NoticeRetention(
      RetentionStore store,
      Vault vault,
      AccessLedger ledger,
      TransactionOperations transactions,
      ReportSettings settings,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.ledger = ledger;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /// One kind of deletion.
  private interface Forgetting {
    boolean forget(NoticeId id, Instant before, Instant at);
  }

  /// Deletes data that is due, of some hundred notices at most; returns whether more may be due.
  boolean step() {
    Instant now = clock.instant();
    Instant reporters = now.minus(settings.keepReporters());
    List<NoticeId> first = store.reportersDue(reporters, resting.resting(now), AT_ONCE);
    first.forEach(
        id -> tryForget(id, reporters, ReportAct.REPORTER_FORGOTTEN, store::forgetReporter));
    Instant notices = now.minus(settings.keepNotices());
    List<NoticeId> second = store.noticesDue(notices, resting.resting(now), AT_ONCE);
    second.forEach(id -> tryForget(id, notices, ReportAct.NOTICE_FORGOTTEN, store::forgetNotice));
    store.forgetMisuse(notices);
    return first.size() == AT_ONCE || second.size() == AT_ONCE;
  }

  private void tryForget(NoticeId id, Instant before, ReportAct act, Forgetting forgetting) {
    try {
      if (isHeld(id)) {
        resting.failed(id, clock.instant());
      } else {
        forget(id, before, act, forgetting);
        resting.succeeded(id);
      }
    } catch (RuntimeException e) {
      LOG.atError()
          .setMessage("notice not forgotten")
          .addKeyValue("notice", id.value())
          .addKeyValue("again_in", resting.failed(id, clock.instant()))
          .setCause(e)
          .log();
    }
  }

  private boolean isHeld(NoticeId id) {
    return store.evidence(id).stream()
        .anyMatch(evidence -> !vault.holds(evidence).isEmpty());
  }

  private void forget(NoticeId id, Instant before, ReportAct act, Forgetting forgetting) {
    transactions.executeWithoutResult(_ -> {
      if (forgetting.forget(id, before, clock.instant())) {
        ledger.record(new Caller.Vigie(), act, id.reference());
      }
    });
  }
}
