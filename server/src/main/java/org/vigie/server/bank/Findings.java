package org.vigie.server.bank;

import java.util.List;

/// The result of a search for one or several pieces of content.
///
/// @param revision the bank revision that all of them were compared with
/// @param leastQuality the least quality of a PDQ signal that any bank of known content compares
///     that took part; 0 if none took part
/// @param contents one for each piece that was asked for, in that order
public record Findings(BankRevision revision, int leastQuality, List<Found> contents) {
  public Findings {
    contents = List.copyOf(contents);
  }

  /// Returns whether a PDQ signal of this quality was compared with known content. One that was
  /// not is not clear.
  public boolean compared(int quality) {
    return quality >= leastQuality;
  }

  /// The result for one piece of content: nearest first, each member once.
  ///
  /// @param matches with positive banks
  /// @param silenced matches that do not count, as the content is nearer to a known false
  ///     positive
  /// @param contradicted matches that a negative bank contradicts without silencing them: a
  ///     person should look
  public record Found(
      List<Match> matches, List<Silenced> silenced, List<Contradicted> contradicted) {
    public Found {
      matches = List.copyOf(matches);
      silenced = List.copyOf(silenced);
      contradicted = List.copyOf(contradicted);
    }
  }

  /// A match that does not count, and the match with a negative bank that silences it.
  public record Silenced(Match match, Match by) {}

  /// A match that counts, although the content is just as near to a known false positive.
  public record Contradicted(Match match, Match by) {}
}
