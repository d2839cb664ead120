package org.vigie.server.home.web;

import java.util.List;
import org.vigie.server.frame.Finder;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The results of a search by words.
///
/// @param searched whether the words were looked for: there are neither too few nor too many
/// @param groups the kinds of which something was found
public record SearchPage(Frame frame, String words, boolean searched, List<Group> groups)
    implements Page {
  public SearchPage {
    groups = List.copyOf(groups);
  }

  /// The results of one kind.
  public record Group(String title, List<Finder.Found> found) {
    public Group {
      found = List.copyOf(found);
    }
  }
}
