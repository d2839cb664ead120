package org.vigie.server.home.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Finder;
import org.vigie.server.frame.Frame;

/// Finds things that the viewer may open. The palette of every page shows the results of this page.
@Controller
class SearchController {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  private final List<Finder> finders;

  SearchController(List<Finder> finders) {
    this.finders =
        finders.stream().sorted(Comparator.comparingInt(Finder::order)).toList();
  }

  @GetMapping("/search")
  @ResponseBody
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.RECORDED)
  SearchPage search(Frame frame, @RequestParam(defaultValue = "") String q) {
    String words = q.strip();
    boolean searchable = isSearchable(words);
    return new SearchPage(frame, words, searchable, searchable ? found(frame, words) : List.of());
  }

  /// A single digit may be the number of a case.
  private static boolean isSearchable(String words) {
    boolean enough = words.length() >= SHORTEST || words.matches("[0-9]");
    return enough && words.length() <= LONGEST && words.chars().noneMatch(Character::isISOControl);
  }

  private List<SearchPage.Group> found(Frame frame, String words) {
    Finder.Sought sought = new Finder.Sought(words, frame.texts());
    return finders.stream()
        .filter(finder -> Viewer.may(finder.authority()))
        .map(finder ->
            new SearchPage.Group(frame.text(finder.titleKey()), finder.finding().find(sought)))
        .filter(group -> !group.found().isEmpty())
        .toList();
  }
}
