package org.vigie.server.review.web;

import org.vigie.server.review.Case;
import org.vigie.server.review.web.Words.Badge;

/// A case in a list.
///
/// @param due when its clock is over, or a dash
public record CaseRow(
    long id,
    String category,
    Badge severity,
    Badge state,
    String queue,
    String account,
    String opened,
    String due) {
  static CaseRow of(Case one, Words words) {
    return new CaseRow(
        one.id().value(),
        words.category(one.category()),
        words.severity(one.severity()),
        words.state(one.state()),
        words.queue(one.queue()),
        Words.orDash(one.subject().account()),
        words.texts().time(one.openedAt()),
        Words.orDash(one.dueAt().map(words.texts()::time)));
  }
}
