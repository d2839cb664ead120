package org.vigie.server.review.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.connector.Reference;
import org.vigie.server.frame.Finder;
import org.vigie.server.report.Notices;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.store.FindStore;

/// Finds cases by their number, by what the messenger calls their account, room or message, and by
/// the words of their notices. Shows of a case what lists of cases show.
record CaseFinder(FindStore store, Notices notices, Wording wording) implements Finder.Finding {
  private static final int MOST_NOTICES = 50;

  @Override
  public List<Finder.Found> find(Finder.Sought sought) {
    Words words = wording.in(sought.texts());
    return store
        .find(sought.words(), notices.mentioning(sought.words(), MOST_NOTICES), Finder.MOST)
        .stream()
        .map(each -> found(each, words))
        .toList();
  }

  private static Finder.Found found(Case one, Words words) {
    String detail = Stream.of(
            words.category(one.category()),
            words.state(one.state()).text(),
            one.subject().account().map(Reference::value).orElse(""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
    return new Finder.Found(
        words.texts().get("review.case.title", one.id().value()),
        detail,
        "/review/cases/" + one.id().value());
  }
}
