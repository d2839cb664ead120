package org.vigie.server.review.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.cases.Upcoming;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.queueing.CaseFile;

/// Makes the rail of the queue. It shows words of notices, and no media; the ledger names the other
/// cases whose words it shows, before they are shown.
record RailViews(Desk desk, Notices notices, AccessLedger ledger) {
  private static final int MOST_CHARACTERS = 90;

  Rail of(CaseFile file, CasePage.Evidence evidence, PersonId viewer, Within within, Words words) {
    List<Upcoming> next = file.judged().isPresent()
        ? List.of()
        : desk.upcoming(viewer, within.query()).stream()
            .filter(each -> !each.subject().id().equals(file.subject().id()))
            .toList();
    Upcoming here = here(file.subject(), evidence);
    Map<NoticeId, String> said = notices.explanations(Stream.concat(Stream.of(here), next.stream())
        .flatMap(each -> each.notice().stream())
        .toList());
    record(viewer, file.subject(), next, said);
    return new Rail(
        chips(file.subject(), within, words),
        Stream.concat(
                Stream.of(row(here, true, said, within, words)),
                next.stream().map(each -> row(each, false, said, within, words)))
            .toList());
  }

  private void record(PersonId viewer, Case here, List<Upcoming> next, Map<NoticeId, String> said) {
    String shown = next.stream()
        .filter(each -> words(each, said).isPresent())
        .map(each -> String.valueOf(each.subject().id().value()))
        .collect(Collectors.joining(","));
    if (!shown.isEmpty()) {
      ledger.record(
          new Caller.Person(viewer),
          ReviewAct.EXCERPTS_SEEN,
          here.id().reference(),
          "cases=" + shown);
    }
  }

  /// Taking a part of the filter away leads to the same case.
  private static Chips chips(Case one, Within within, Words words) {
    String here = Claims.address(one.id());
    return Chips.of(
        within.query(),
        Optional.empty(),
        part -> new Within(within.filter().without(part)).address(here),
        words);
  }

  private static Upcoming here(Case one, CasePage.Evidence evidence) {
    long members = evidence.scans().stream()
        .flatMap(scan -> scan.matches().stream())
        .map(CasePage.MatchRow::member)
        .distinct()
        .count();
    Optional<NoticeId> first = one.material().sources().stream()
        .flatMap(source -> source instanceof CaseSource.FromNotice notice
            ? Stream.of(notice.notice())
            : Stream.empty())
        .findFirst();
    return new Upcoming(one, (int) members, first);
  }

  private static Rail.Row row(
      Upcoming one, boolean current, Map<NoticeId, String> said, Within within, Words words) {
    Case subject = one.subject();
    return new Rail.Row(
        within.address(Claims.address(subject.id())),
        current,
        words.category(subject.category()),
        words(one, said)
            .orElseGet(() -> words
                .texts()
                .get(
                    one.notice().isPresent() ? "review.rail.report" : "review.rail.media",
                    one.matches())),
        words.texts().moment(subject.route().openedAt(), words.now()),
        words.left(subject));
  }

  /// Returns the beginning of what a notice says about a case, if it says anything.
  private static Optional<String> words(Upcoming one, Map<NoticeId, String> said) {
    return one.notice()
        .flatMap(notice -> Optional.ofNullable(said.get(notice)))
        .map(RailViews::excerpt)
        .filter(text -> !text.isEmpty());
  }

  /// Returns the beginning of a text, in one line.
  static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int end = line.offsetByCodePoints(
        0, Math.min(MOST_CHARACTERS, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
