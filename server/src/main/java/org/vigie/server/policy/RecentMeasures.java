package org.vigie.server.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.Surface;

/// The measures that decisions took lately, so that people see what a change of the catalogue
/// would have meant. The module that decides has a bean of this.
@FunctionalInterface
public interface RecentMeasures {
  /// Counts the decisions that found a category, at most so many, the newest first.
  Counted since(CategoryKey category, Instant from);

  /// Counted decisions.
  ///
  /// @param more whether there were more decisions than are counted
  record Counted(List<Tally> tallies, boolean more) {
    public static final Counted NOTHING = new Counted(List.of(), false);

    public Counted {
      tallies = List.copyOf(tallies);
    }
  }

  /// Decisions that are alike.
  ///
  /// @param revision under which they were made
  /// @param measure against the content; empty if the decision has none that is known
  record Tally(
      PolicyRevision revision, Surface surface, Optional<ContentMeasure> measure, long decisions) {}
}
