package org.vigie.server.scan.retro;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.GrownContent;
import org.vigie.server.bank.Growth;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.StoredSignals;

/* Compares stored scans again when banks have grown.

A pass has a target revision. It compares every kept scan whose own revision is before the target,
in the order of the identifiers, a batch a transaction: the matches, the events and the progress of
the pass are committed together, so a pass resumes after a crash, and nothing is found twice. Growth
that comes meanwhile is the next pass.

The cost of a pass grows with the growth. All kept scans have been compared with everything up to
the previous pass, so only signals of later changes can give new matches. These signals make a small
index, every scan is searched in it, and the few scans with a match are compared in full. The small
index is made from the log of changes, so another process, or this one after a restart, makes the
same.

Where much has grown, the small index is not worth it: searching ten times as many signals takes
two or three times as long, while every signal that has grown has to be read from the tables
first. So above 100,000 signals, which also bounds the memory, or twenty for each remaining scan,
the index of all banks selects the scans to compare in full.

No scan may slip through: one that was compared before the target, but is stored only when the pass
is already beyond its identifier. So (1) the pass begins by committing its target, and every scan
reads the target after its insertion, in the same transaction: if it is behind, it marks itself as
due, and is compared separately. (2) A scan that read before the target was committed has a
transaction older than the barrier, which is set after that commit; the pass compares nothing until
every transaction before the barrier has ended, and then sees it. */
/// The retro-match: new matches of stored scans become outcomes. One step at a time; several
/// processes may try, one works.
final class RetroMatch {
  private static final int SIGNALS_A_SCAN = 20;

  private final RetroStore store;
  private final TransactionOperations transactions;
  private final RetroComparison comparison;
  private final KnownContent known;
  private final Growth growth;
  private final InstantSource clock;
  private final Limits limits;
  private volatile boolean barrierIsOurs;
  private volatile @Nullable Pass current;

  RetroMatch(
      RetroStore store,
      TransactionOperations transactions,
      RetroComparison comparison,
      KnownContent known,
      Growth growth,
      InstantSource clock,
      Limits limits) {
    this.store = store;
    this.transactions = transactions;
    this.comparison = comparison;
    this.known = known;
    this.growth = growth;
    this.clock = clock;
    this.limits = limits;
  }

  /// The limits of one step.
  ///
  /// @param keep the greatest age of a scan that is compared again
  /// @param batch the most scans of one transaction
  /// @param mostSignals of growth that are held in memory
  record Limits(Duration keep, int batch, long mostSignals) {
    static Limits usual(Duration keep) {
      return new Limits(keep, 1_000, 100_000);
    }
  }

  /// The growth that a pass compares with.
  ///
  /// @param grown empty if too much has grown
  private record Pass(long target, Optional<GrownContent> grown) {}

  /// Does a bounded piece of the outstanding work; returns whether it did anything.
  boolean step() {
    RetroStore.State state = store.state();
    comparison.note(state.progress());
    if (!known.isReady()) {
      return false;
    }
    if (state.isUnderWay()) {
      return goOn(state) || compareDue();
    }
    current = null;
    return compareDue() || begin(state);
  }

  private boolean begin(RetroStore.State state) {
    BankRevision reached = known.revision();
    if (state.wanted() <= state.done() || reached.number() < state.wanted()) {
      return false;
    }
    long scans = store.count(reached, since());
    inTransaction(() -> {
      if (!store.lock().isUnderWay()) {
        store.begin(reached, scans);
      }
    });
    setBarrier();
    return true;
  }

  private Instant since() {
    return clock.instant().minus(limits.keep);
  }

  /// Every process sets the barrier anew for a pass that it finds: a later barrier is as good,
  /// and a barrier of another database that this one was copied from might never be reached.
  private void setBarrier() {
    inTransaction(store::setBarrier);
    barrierIsOurs = true;
  }

  private boolean goOn(RetroStore.State seen) {
    if (known.revision().number() < seen.target()) {
      return false;
    }
    if (!seen.hasBarrier() || !barrierIsOurs) {
      setBarrier();
      return true;
    }
    if (!store.isPast(seen.barrier())) {
      return false;
    }
    Pass pass = passOf(seen);
    inTransaction(() -> compareNext(store.lock(), pass));
    return true;
  }

  private Pass passOf(RetroStore.State state) {
    Pass pass = current;
    if (pass != null && pass.target == state.target()) {
      return pass;
    }
    long most = Math.min(limits.mostSignals, SIGNALS_A_SCAN * state.progress().left());
    BankRevision done = new BankRevision(state.done());
    BankRevision target = new BankRevision(state.target());
    Pass made = new Pass(state.target(), growth.gather(done, target, most));
    current = made;
    return made;
  }

  private void compareNext(RetroStore.State state, Pass pass) {
    if (!state.isUnderWay() || state.target() != pass.target) {
      return;
    }
    List<StoredSignals> scans = store.next(state, since(), limits.batch);
    comparison.compare(scans, pass.grown);
    if (scans.size() < limits.batch) {
      store.finish();
    } else {
      store.reach(scans.getLast().scan(), scans.size());
    }
  }

  private boolean compareDue() {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      if (known.revision().number() < store.lock().target()) {
        return false;
      }
      List<Scan> scans = store.due(limits.batch);
      comparison.compare(scans);
      store.settle(scans);
      return !scans.isEmpty();
    }));
  }

  private void inTransaction(Runnable work) {
    transactions.executeWithoutResult(_ -> work.run());
  }
}
