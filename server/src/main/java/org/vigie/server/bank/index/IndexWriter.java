package org.vigie.server.bank.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.server.bank.store.Change;
import org.vigie.server.bank.store.ChangeFeed;
import org.vigie.server.bank.store.IndexedSignal;
import org.vigie.server.bank.store.LoggedChange;
import org.vigie.server.bank.store.MemberGroup;

/* Brings a LiveIndex up to date with the log.

A change names the rows to read again, not the steps to take. The state that is read may be newer
than the change; then it is that of a later change, which will be applied too, without effect. So a
change can be applied twice, and the follower can begin between any two changes.

A change of many members is applied in steps, oldest change first, and the small changes that come
meanwhile do not wait for it: they are applied between two steps. A step reads and applies the
state of some members before any other change is read, so it never undoes the removals of
a small change. The revision of the index stays before the first change that is still under way. */
/// Applies the log of changes to a [LiveIndex]. Threads: one.
final class IndexWriter {
  private static final int CHANGES = 1_000;
  private static final int MEMBERS = 20_000;

  private final LiveIndex index;
  private final Deque<Bulk> underWay = new ArrayDeque<>();
  private Position read;

  /// @param read the position in the log that the index corresponds to
  IndexWriter(LiveIndex index, Position read) {
    this.index = index;
    this.read = read;
    index.setRevision(read.revision());
  }

  /// A change of many members, and the last member that has been applied.
  private record Bulk(long revision, MemberGroup group, long after) {}

  LiveIndex index() {
    return index;
  }

  /// Returns the position up to which the log has been read.
  Position read() {
    return read;
  }

  /// Returns whether a change counts.
  boolean has(long revision) {
    return read.revision() >= revision
        && underWay.stream().noneMatch(bulk -> bulk.revision() == revision);
  }

  /// Returns whether changes of many members are still being applied.
  boolean isBusy() {
    return !underWay.isEmpty();
  }

  /// Applies every change that is committed, those of many members in later [steps][#step].
  void catchUp(ChangeFeed feed) {
    List<LoggedChange> changes;
    do {
      changes = feed.after(read.revision(), CHANGES);
      if (!changes.isEmpty()) {
        apply(changes, feed);
      }
    } while (changes.size() == CHANGES);
  }

  private void apply(List<LoggedChange> changes, ChangeFeed feed) {
    index.setBanks(feed.banks());
    List<Long> members = changes.stream()
        .flatMap(each -> each.change().member().stream().boxed())
        .distinct()
        .toList();
    if (!members.isEmpty()) {
      index.apply(feed.ofMembers(members));
    }
    changes.forEach(this::noteBulk);
    read = Position.of(changes.getLast());
    setRevision();
  }

  private void noteBulk(LoggedChange logged) {
    bulk(logged.change()).ifPresent(group -> underWay.add(new Bulk(logged.revision(), group, 0)));
  }

  private static Optional<MemberGroup> bulk(Change change) {
    return switch (change.kind()) {
      case BANK, MEMBER -> Optional.empty();
      case MEMBERS -> Optional.of(new MemberGroup.OfBank(change.bank()));
      case IMPORT -> Optional.of(new MemberGroup.OfImport(change.importId().orElseThrow()));
    };
  }

  /// Applies some members of the oldest change that is under way.
  void step(ChangeFeed feed) {
    Bulk bulk = underWay.element();
    List<IndexedSignal> signals = feed.of(bulk.group(), bulk.after(), MEMBERS);
    index.apply(signals);
    underWay.remove();
    if (!signals.isEmpty()) {
      long after = signals.getLast().member();
      underWay.addFirst(new Bulk(bulk.revision(), bulk.group(), after));
    }
    setRevision();
    if (underWay.isEmpty()) {
      index.signals().compact(); // a step made a table of its own, and a search asks each
    }
  }

  private void setRevision() {
    Bulk first = underWay.peek();
    index.setRevision(first == null ? read.revision() : first.revision() - 1);
  }

  /// A place in the log.
  ///
  /// @param mark of the revision; empty at the beginning
  record Position(long revision, Optional<UUID> mark) {
    static final Position BEGINNING = new Position(0, Optional.empty());

    static Position of(LoggedChange change) {
      return new Position(change.revision(), Optional.of(change.mark()));
    }

    /// Returns whether the database has been here.
    boolean isIn(ChangeFeed feed) {
      return mark.isEmpty() || feed.has(revision, mark.get());
    }
  }
}
