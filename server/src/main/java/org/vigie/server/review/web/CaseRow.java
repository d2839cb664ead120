package org.vigie.server.review.web;

import java.util.Optional;
import org.vigie.server.frame.Moment;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.web.Words.Badge;

/// A case in a list.
///
/// @param messenger of the account; empty where there is only one
/// @param seen the number of sightings, in words; empty for one
/// @param left the time to its deadline, if it has one
public record CaseRow(
    long id,
    String category,
    Badge severity,
    Badge state,
    String queue,
    String account,
    Optional<String> messenger,
    Moment opened,
    String seen,
    Optional<Badge> left) {
  static CaseRow of(Case one, Words words) {
    return new CaseRow(
        one.id().value(),
        words.category(one.category()),
        words.severity(one.route().severity()),
        words.state(one.state()),
        words.queue(one.route().queue()),
        Words.named(one.subject().account()),
        words.messengers().shown(one.subject().messenger()),
        words.texts().moment(one.route().openedAt(), words.now()),
        one.material().seen() > 1
            ? words.texts().get("review.seen.row", one.material().seen())
            : "",
        words.left(one));
  }
}
