package org.vigie.server.policy.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.policy.comparing.CatalogueChanges;
import org.vigie.server.policy.store.RevisionEntry;
import org.vigie.server.policy.store.StoredRevision;

/// One revision: its text, its author, and its changes.
///
/// @param before the revision before it; empty for the first one
/// @param changes its changes; none for the first one
public record PolicyRevisionPage(
    Frame frame,
    StoredRevision revision,
    Optional<StoredRevision> before,
    CatalogueChanges changes,
    boolean isCurrent)
    implements Page {
  /// Returns the title.
  public String title() {
    return frame.text("policy.revision.title", frame.texts().number(number()));
  }

  public int number() {
    return entry().revision().number();
  }

  public RevisionEntry entry() {
    return revision.entry();
  }

  /// Returns the changes, in words.
  public ChangesView changesView() {
    return new ChangesView(frame.texts(), changes);
  }

  /// Returns the lines that changed, in groups; none for the first revision.
  public List<List<DiffLine>> groups() {
    return before
        .map(older -> LineDiff.groups(older.text(), revision.text()))
        .orElse(List.of())
        .stream()
        .map(group -> group.stream().map(DiffLine::of).toList())
        .toList();
  }

  /// A line of the comparison.
  ///
  /// @param mark `+`, `-` or a space
  /// @param look the class in `vigie.css`
  public record DiffLine(int number, String mark, String look, String text) {
    static DiffLine of(LineDiff.Line line) {
      return switch (line.kind()) {
        case SAME -> new DiffLine(line.number(), " ", "same", line.text());
        case ADDED -> new DiffLine(line.number(), "+", "added", line.text());
        case REMOVED -> new DiffLine(line.number(), "−", "removed", line.text());
      };
    }
  }
}
