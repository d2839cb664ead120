package org.vigie.server.bank;

import java.util.List;
import java.util.Set;

/// Finds members of banks. Threads: any; nothing here waits for the database.
public interface KnownContent {
  /// Returns whether the index has been loaded. It stays so, unless the database turns out to be
  /// another one, because a backup was restored.
  boolean isReady();

  /// Returns the revision that a search that begins now sees at least.
  ///
  /// @throws IndexNotLoadedException before the index is loaded
  BankRevision revision();

  /// Looks for many pieces of content at once.
  ///
  /// @param contents for each piece its signals: those of the file, and of the picture in every
  ///     orientation that is to be compared
  /// @throws IndexNotLoadedException before the index is loaded
  Findings find(List<List<SoughtSignal>> contents, Selection selection);

  /// Returns the members nearest to one piece of content, regardless of the terms of their banks
  /// and the quality of the content: nearest first, each member once. Withdrawn members are not
  /// among them.
  ///
  /// @param radius bits, 0 to 63
  /// @param limit the most members to return
  /// @throws IndexNotLoadedException before the index is loaded
  List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit);

  /// Which banks take part.
  ///
  /// @param only these; empty for all
  /// @param coin 0 (inclusive) to 1 (exclusive): banks whose enabled share is not above it stay
  ///     out. 0 lets every bank take part that is not switched off
  /// @param withDisabled whether members of known content are found that are disabled
  record Selection(Set<BankId> only, double coin, boolean withDisabled) {
    /// Every bank that is not switched off, of any share.
    public static final Selection ALL = new Selection(Set.of(), 0);

    public Selection(Set<BankId> only, double coin) {
      this(only, coin, false);
    }

    public Selection {
      only = Set.copyOf(only);
    }
  }
}
