package org.vigie.server.frame;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/// Counts all that waits for a viewer. The numbers of the navigation and the list of the first page
/// come from here, so they never disagree. Never throws. Threads: any.
public interface ToDo {
  /// Nothing is counted: for pages of errors and of strangers.
  ToDo NONE = new ToDo() {
    @Override
    public List<Item> of(Authentication viewer) {
      return List.of();
    }

    @Override
    public List<Item> now(Authentication viewer) {
      return List.of();
    }
  };

  /// Returns the work of each kind that the viewer may do, counted a few seconds ago at most. Each
  /// act of the viewer makes it count again.
  List<Item> of(Authentication viewer);

  /// Counts again now.
  List<Item> now(Authentication viewer);

  /// The work of one kind.
  ///
  /// @param count empty if counting failed
  record Item(Waiting what, Optional<Waiting.Count> count) {
    /// Returns the number; 0 if counting failed.
    public long number() {
      return count.map(Waiting.Count::number).orElse(0L);
    }
  }
}
