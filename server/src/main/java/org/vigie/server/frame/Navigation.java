package org.vigie.server.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The links that one viewer sees on one page.
///
/// @param entries those that the viewer may open, in order
/// @param path of the page that is shown
/// @param waiting counts what waits for the viewer, when the page is written
public record Navigation(
    List<NavigationEntry> entries, String path, Supplier<List<ToDo.Item>> waiting) {
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

  /// Returns the section of the page that is shown, if the main navigation names it and has more
  /// than one link in it.
  public Optional<Section> currentSection() {
    return nearest()
        .map(NavigationEntry::section)
        .filter(section -> section.textKey().isPresent())
        .filter(section -> in(section).size() > 1);
  }

  /// Returns the value of `aria-current` of a section's own link.
  public Optional<String> current(Section section) {
    return nearest().filter(entry -> entry.section() == section).map(_ -> "true");
  }

  /// Returns how much waits on the page of a link.
  public long waitingAt(NavigationEntry entry) {
    return waiting.get().stream()
        .filter(item -> item.what().place().equals(entry.path()))
        .mapToLong(ToDo.Item::number)
        .sum();
  }

  /// Returns how much waits on the pages of a section.
  public long waitingIn(Section section) {
    return in(section).stream().mapToLong(this::waitingAt).sum();
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
