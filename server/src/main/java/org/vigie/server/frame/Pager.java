package org.vigie.server.frame;

import java.util.Optional;

/// The links between the pages of a long list.
///
/// @param previous address of the page before; empty on the first
/// @param next address of the page after; empty on the last
/// @param position the present position, in words; may be empty
public record Pager(Optional<String> previous, Optional<String> next, String position) {
  /// Returns whether the list has more than this page.
  public boolean isNeeded() {
    return previous.isPresent() || next.isPresent();
  }
}
