package org.vigie.server.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// A part of the page of a case that another module writes, such as the actions in the messenger.
/// Each is a bean.
public interface CaseAnnex {
  /// Returns the part in the words of a reader; empty if there is nothing to show.
  ///
  /// @param visible the decisions of the case that the reader sees: others stay hidden here too,
  ///     as
  ///     a second reviewer does not know the decision of the first
  Optional<View> of(CaseId id, Set<DecisionId> visible, Texts texts);

  /// A heading with lines below it.
  record View(String title, List<Line> lines) {
    public View {
      lines = List.copyOf(lines);
    }
  }

  /// One line.
  ///
  /// @param text names its subject
  /// @param state its progress
  /// @param note why, in a few words
  /// @param at when that was
  record Line(String text, Tone tone, String state, Optional<String> note, Optional<Moment> at) {}
}
