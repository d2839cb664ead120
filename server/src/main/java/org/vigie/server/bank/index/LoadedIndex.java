package org.vigie.server.bank.index;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.IndexNotLoadedException;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.bank.SoughtSignal;

/// Answers from the [LiveIndex] once there is one.
public final class LoadedIndex implements KnownContent {
  private final InstantSource clock;
  private volatile @Nullable LiveIndex current;

  public LoadedIndex(InstantSource clock) {
    this.clock = clock;
  }

  /// Answers from this index from now on; from none, if it turned out to be of another database.
  void set(@Nullable LiveIndex index) {
    current = index;
  }

  @Override
  public boolean isReady() {
    return current != null;
  }

  @Override
  public BankRevision revision() {
    return new BankRevision(loaded().revision());
  }

  @Override
  public Findings find(List<List<SoughtSignal>> contents, Selection selection) {
    LiveIndex index = loaded();
    BankRevision revision = new BankRevision(index.revision()); // before the search, not after
    return new Matcher(index, selection, clock).find(revision, contents);
  }

  @Override
  public List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit) {
    return new Neighbourhood(loaded()).nearest(content, radius, limit);
  }

  private LiveIndex loaded() {
    LiveIndex index = current;
    if (index == null) {
      throw new IndexNotLoadedException();
    }
    return index;
  }
}
