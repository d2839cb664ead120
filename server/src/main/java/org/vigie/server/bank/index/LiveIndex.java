package org.vigie.server.bank.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.index.IndexEntry;
import org.vigie.index.SignalIndex;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.store.IndexedSignal;

/// Everything that a search needs, in memory. One thread changes it, any may read.
final class LiveIndex {
  private final SignalIndex signals;
  private final Set<Long> disputed = ConcurrentHashMap.newKeySet();
  private final Map<Long, Instant> disabled = new ConcurrentHashMap<>();
  private volatile BankTable banks = BankTable.EMPTY;
  private volatile long revision;
  private long changes;

  LiveIndex(SignalIndex signals) {
    this.signals = signals;
  }

  SignalIndex signals() {
    return signals;
  }

  BankTable banks() {
    return banks;
  }

  void setBanks(List<Bank> open) {
    banks = new BankTable(open);
  }

  /// Returns the revision up to which every change is in here.
  long revision() {
    return revision;
  }

  void setRevision(long reached) {
    revision = reached;
  }

  boolean isDisputed(long member) {
    return !disputed.isEmpty() && disputed.contains(member);
  }

  boolean isDisabled(long member, Instant now) {
    if (disabled.isEmpty()) {
      return false;
    }
    Instant until = disabled.get(member);
    return until != null && now.isBefore(until);
  }

  /// Brings signals to the state that was read.
  void apply(List<IndexedSignal> read) {
    List<IndexEntry> counting = new ArrayList<>();
    for (IndexedSignal each : read) {
      noteStatus(each);
      if (each.counts()) {
        counting.add(new IndexEntry(id(each), each.signal()));
      } else {
        signals.remove(id(each));
      }
    }
    signals.putAll(counting);
    changes += read.size();
  }

  /// Returns the number of applied states of signals, repeats included.
  long changes() {
    return changes;
  }

  private static long id(IndexedSignal signal) {
    return IndexId.of(signal.bank(), signal.member(), signal.slot());
  }

  /// Notes the status before the signals are put, so that a disputed member never matches as an
  /// undisputed one.
  private void noteStatus(IndexedSignal signal) {
    if (signal.status() == MemberStatus.DISPUTED) {
      disputed.add(signal.member());
    } else if (!disputed.isEmpty()) {
      disputed.remove(signal.member());
    }
    if (signal.disabledUntil().isPresent()) {
      disabled.put(signal.member(), signal.disabledUntil().get());
    } else if (!disabled.isEmpty()) {
      disabled.remove(signal.member());
    }
  }
}
