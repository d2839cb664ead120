package org.vigie.server.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The links that one viewer sees on one page.
///
/// @param entries those that the viewer may open, in order
/// @param path of the page that is shown
public record Navigation(List<NavigationEntry> entries, String path) {
  public Navigation {
    entries = entries.stream().sorted(NavigationEntry.ORDER).toList();
  }

  /// Returns whether there is nothing to show, as for everybody who is not signed in.
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Returns the sections of the main navigation that have a link for this viewer.
  public List<Section> sections() {
    return entries.stream()
        .map(NavigationEntry::section)
        .distinct()
        .filter(section -> section != Section.ACCOUNT)
        .toList();
  }

  /// Returns the links of a section.
  public List<NavigationEntry> in(Section section) {
    return entries.stream().filter(entry -> entry.section() == section).toList();
  }

  /// Returns whether the viewer sees a link to a path.
  public boolean leadsTo(String wanted) {
    return entries.stream().anyMatch(entry -> entry.path().equals(wanted));
  }

  /// Returns the value of `aria-current` of a link: `page` on its own page, `true` on a page below
  /// it that no other link is nearer to, otherwise empty.
  public Optional<String> current(NavigationEntry entry) {
    return nearest().filter(entry::equals).map(near -> near.path().equals(path) ? "page" : "true");
  }

  private Optional<NavigationEntry> nearest() {
    return entries.stream()
        .filter(this::isAtOrBelow)
        .max(Comparator.comparingInt(entry -> entry.path().length()));
  }

  private boolean isAtOrBelow(NavigationEntry entry) {
    return path.equals(entry.path())
        || (!entry.path().equals("/") && path.startsWith(entry.path() + "/"));
  }
}
