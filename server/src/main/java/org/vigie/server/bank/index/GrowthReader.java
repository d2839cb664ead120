package org.vigie.server.bank.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.index.IndexEntry;
import org.vigie.index.SignalIndex;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.GrownContent;
import org.vigie.server.bank.Growth;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.store.Change;
import org.vigie.server.bank.store.ChangeFeed;
import org.vigie.server.bank.store.IndexedSignal;
import org.vigie.server.bank.store.LoggedChange;
import org.vigie.server.bank.store.MemberGroup;
import org.vigie.server.bank.store.SignalValues;

/* Gathers every signal of every member that a change with growth has touched, whether or not it
counts now, in every bank. That is more than the new matches, and misses nothing:

1. A match that is new has a member that began to match. Its bank grew, so the member is gathered;
   it is within its bank's radius, so within the largest of all banks.
2. A match that was silenced, and is not any more, has a member P of a positive bank, and was
   nearer to a known false positive N that ceased to match, so N is gathered: d(N) < d(P), and
   d(P) is within the radius of P's bank, so d(N) is within the largest too, for any radius of N's
   bank. Where N silenced by an equal digest, the digest is found.
3. The state of banks is read here, and may be newer than the requested revision. Content that a
   bank no longer finds, as it has shrunk meanwhile, does not match. Content that a bank now finds,
   as it has grown, is part of that later growth.

Signals are never deleted, so those of a member that has changed again since are all here. */
/// Gathers growth from the log of changes.
public final class GrowthReader implements Growth {
  private static final int CHANGES = 1_000;
  private static final int MEMBERS = 20_000;

  private final ChangeFeed feed;

  public GrowthReader(JdbcClient jdbc, SignalValues values) {
    this.feed = new ChangeFeed(jdbc, values);
  }

  @Override
  public Optional<GrownContent> gather(BankRevision after, BankRevision upTo, long mostSignals) {
    Gathering gathering = new Gathering(mostSignals);
    Set<MemberGroup> groups = new LinkedHashSet<>();
    long read = after.number();
    List<LoggedChange> changes = feed.grown(read, upTo.number(), CHANGES);
    while (!changes.isEmpty() && gathering.fits()) {
      gathering.add(feed.ofMembers(singles(changes)));
      changes.forEach(each -> group(each.change()).ifPresent(groups::add));
      read = changes.getLast().revision();
      changes = feed.grown(read, upTo.number(), CHANGES);
    }
    groups.forEach(group -> addAll(group, gathering));
    return gathering.content();
  }

  private static List<Long> singles(List<LoggedChange> changes) {
    return changes.stream()
        .flatMap(each -> each.change().member().stream().boxed())
        .distinct()
        .toList();
  }

  private static Optional<MemberGroup> group(Change change) {
    return switch (change.kind()) {
      case MEMBER -> Optional.empty();
      case BANK, MEMBERS -> Optional.of(new MemberGroup.OfBank(change.bank()));
      case IMPORT -> Optional.of(new MemberGroup.OfImport(change.importId().orElseThrow()));
    };
  }

  private void addAll(MemberGroup group, Gathering gathering) {
    long after = 0;
    boolean more = true;
    while (more && gathering.fits()) {
      List<IndexedSignal> signals = feed.of(group, after, MEMBERS);
      gathering.add(signals);
      more = !signals.isEmpty();
      after = more ? signals.getLast().member() : after;
    }
  }

  /// Signals, each once, as long as they are not too many.
  private final class Gathering {
    private final long most;
    private final Map<Long, IndexEntry> entries = new HashMap<>();

    Gathering(long most) {
      this.most = most;
    }

    void add(List<IndexedSignal> signals) {
      for (IndexedSignal each : signals) {
        long id = IndexId.of(each.bank(), each.member(), each.slot());
        entries.put(id, new IndexEntry(id, each.signal()));
      }
    }

    boolean fits() {
      return entries.size() <= most;
    }

    Optional<GrownContent> content() {
      if (!fits()) {
        return Optional.empty();
      }
      BankTable.Reach reach = new BankTable(feed.banks()).reach(Selection.ALL);
      return Optional.of(new GrownIndex(SignalIndex.of(new ArrayList<>(entries.values())), reach));
    }
  }
}
