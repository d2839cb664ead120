package org.vigie.server.bank;

import java.util.List;

/// What was found for one or several pieces of content.
///
/// @param revision the bank revision that every one of them was compared with
/// @param contents one for each piece that was asked for, in that order
public record Findings(BankRevision revision, List<Found> contents) {
  public Findings {
    contents = List.copyOf(contents);
  }

  /// What was found for one piece of content: nearest first, each member once.
  ///
  /// @param matches with positive banks
  /// @param silenced matches that do not count, as the content is at least as near to a known
  ///     false positive
  public record Found(List<Match> matches, List<Silenced> silenced) {
    public Found {
      matches = List.copyOf(matches);
      silenced = List.copyOf(silenced);
    }
  }

  /// A match and the match with a negative bank that silences it.
  public record Silenced(Match match, Match by) {}
}
