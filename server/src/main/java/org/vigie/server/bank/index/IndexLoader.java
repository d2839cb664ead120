package org.vigie.server.bank.index;

import java.util.List;
import java.util.Optional;
import org.vigie.index.SignalIndex;
import org.vigie.server.bank.store.ChangeFeed;
import org.vigie.server.bank.store.IndexedSignal;
import org.vigie.server.bank.store.MemberGroup;

/// Builds the index: from a snapshot and the changes since, or from PostgreSQL alone.
final class IndexLoader {
  private static final int MEMBERS = 50_000;

  private final SnapshotFolder snapshots;

  IndexLoader(SnapshotFolder snapshots) {
    this.snapshots = snapshots;
  }

  /// Returns an index that has every change that is committed now.
  IndexWriter load(ChangeFeed feed) {
    snapshots.removeUnfinished();
    Optional<SnapshotFolder.Opened> snapshot = snapshots.open(feed);
    IndexWriter writer =
        snapshot.map(opened -> restored(opened, feed)).orElseGet(() -> rebuilt(feed));
    writer.catchUp(feed);
    while (writer.isBusy()) {
      writer.step(feed);
    }
    WarmUp.run(writer.index().signals());
    return writer;
  }

  private static IndexWriter restored(SnapshotFolder.Opened snapshot, ChangeFeed feed) {
    LiveIndex index = new LiveIndex(snapshot.signals());
    index.setBanks(feed.banks());
    readAll(new MemberGroup.Remarkable(), feed, index);
    return new IndexWriter(index, snapshot.position());
  }

  private static IndexWriter rebuilt(ChangeFeed feed) {
    IndexWriter.Position begin =
        feed.last().map(IndexWriter.Position::of).orElse(IndexWriter.Position.BEGINNING);
    LiveIndex index = new LiveIndex(new SignalIndex());
    index.setBanks(feed.banks());
    readAll(new MemberGroup.Matching(), feed, index);
    return new IndexWriter(index, begin);
  }

  private static void readAll(MemberGroup group, ChangeFeed feed, LiveIndex index) {
    long after = 0;
    List<IndexedSignal> signals = feed.of(group, after, MEMBERS);
    while (!signals.isEmpty()) {
      index.apply(signals);
      after = signals.getLast().member();
      signals = feed.of(group, after, MEMBERS);
    }
  }
}
