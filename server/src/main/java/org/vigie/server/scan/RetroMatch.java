package org.vigie.server.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.ScanMatch.Discovery;
import org.vigie.server.scan.store.RetroStore;

/* Compares stored scans again when banks have grown.

A pass has a target revision. It compares every kept scan whose own revision is before the target,
in the order of the identifiers, a batch a transaction: the matches, the events and how far the
pass has come are committed together, so a pass that dies goes on where it was, and nothing is
found twice. Growth that comes meanwhile is the next pass.

No scan may slip through: one that was compared before the target, but is stored only when the
pass is already beyond its identifier. So (1) the pass begins by committing its target, and every
scan looks at the target after it has been inserted, in the same transaction: if it is behind, it
marks itself as due, and is compared by itself. (2) One that looked before the target was
committed has a transaction older than the barrier, which is set after that commit; the pass
compares nothing until every transaction before the barrier has ended, and then sees it. */
/// The retro-match: new matches of stored scans become outcomes. One step at a time; several
/// processes may try, one works.
final class RetroMatch {
  private static final int BATCH = 100;

  private final RetroStore store;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final Comparing comparing;
  private final Duration keep;
  private volatile boolean barrierIsOurs;

  /// @param keep how old a scan may be to be compared again
  RetroMatch(
      RetroStore store,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      Comparing comparing,
      Duration keep) {
    this.store = store;
    this.transactions = transactions;
    this.events = events;
    this.comparing = comparing;
    this.keep = keep;
  }

  /// What scans are compared with.
  record Comparing(KnownContent known, Policies policies, InstantSource clock) {}

  /// Does a bounded piece of what is to be done; returns whether it did anything.
  boolean step() {
    if (!comparing.known.isReady()) {
      return false;
    }
    RetroStore.State state = store.state();
    if (state.isUnderWay()) {
      return goOn(state) || compareDue();
    }
    return compareDue() || begin(state);
  }

  private boolean begin(RetroStore.State state) {
    BankRevision reached = comparing.known.revision();
    if (state.wanted() <= state.done() || reached.number() < state.wanted()) {
      return false;
    }
    inTransaction(() -> {
      if (!store.lock().isUnderWay()) {
        store.begin(reached);
      }
    });
    setBarrier();
    return true;
  }

  /// Every process sets the barrier anew for a pass that it finds: a later barrier is as good,
  /// and one of another database, of which this one is a copy, might never be reached.
  private void setBarrier() {
    inTransaction(store::setBarrier);
    barrierIsOurs = true;
  }

  private boolean goOn(RetroStore.State seen) {
    if (comparing.known.revision().number() < seen.target()) {
      return false;
    }
    if (!seen.hasBarrier() || !barrierIsOurs) {
      setBarrier();
      return true;
    }
    if (!store.isPast(seen.barrier())) {
      return false;
    }
    inTransaction(() -> compareNext(store.lock()));
    return true;
  }

  private void compareNext(RetroStore.State state) {
    if (!state.isUnderWay()) {
      return;
    }
    Instant since = comparing.clock.instant().minus(keep);
    List<Scan> scans = store.next(state, since, BATCH);
    compare(scans);
    if (scans.size() < BATCH) {
      store.finish();
    } else {
      store.reach(scans.getLast().id());
    }
  }

  private boolean compareDue() {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      if (comparing.known.revision().number() < store.lock().target()) {
        return false;
      }
      List<Scan> scans = store.due(BATCH);
      compare(scans);
      store.settle(scans);
      return !scans.isEmpty();
    }));
  }

  private void inTransaction(Runnable work) {
    transactions.executeWithoutResult(_ -> work.run());
  }

  private void compare(List<Scan> scans) {
    if (scans.isEmpty()) {
      return;
    }
    Map<ScanId, Set<MemberId>> counted = store.counted(scans);
    Findings findings = comparing.known.find(
        scans.stream().map(scan -> scan.signals().sought()).toList(), KnownContent.Selection.ALL);
    for (int i = 0; i < scans.size(); i++) {
      Scan scan = scans.get(i);
      add(scan, findings.contents().get(i), counted.getOrDefault(scan.id(), Set.of()));
    }
  }

  private void add(Scan scan, Findings.Found found, Set<MemberId> counted) {
    Judging judging = new Judging(
        comparing.policies.current(),
        scan.submission().surface(),
        new Discovery(comparing.clock.instant(), true));
    Set<MemberId> seen = new HashSet<>(counted);
    List<ScanMatch> added = new ArrayList<>();
    judging.judge(takingPart(found, scan)).matches().stream()
        .filter(match -> seen.add(match.member()))
        .forEach(added::add);
    if (!added.isEmpty()) {
      store.add(scan.id(), added);
      events.publishEvent(new ScanFinished(scan.id(), true));
    }
  }

  /// Banks with an enabled share take part for the same scans as before.
  private static Findings.Found takingPart(Findings.Found found, Scan scan) {
    return new Findings.Found(
        found.matches().stream()
            .filter(match -> match.bank().terms().enabledShare() > scan.id().coin())
            .toList(),
        List.of(),
        found.contradicted());
  }
}
