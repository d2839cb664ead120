package org.vigie.server.review.web;

import java.util.Optional;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.frame.Texts;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.review.web.CasePage.NoticeSource;
import org.vigie.server.review.web.CasePage.Sender;

/// Puts notices into words. Organisations are named, people never.
final class NoticeViews {
  private final Notices notices;
  private final People people;

  NoticeViews(Notices notices, People people) {
    this.notices = notices;
    this.people = people;
  }

  Optional<NoticeSource> find(NoticeId id, Texts texts) {
    return notices.find(id).map(notice -> view(notice, texts));
  }

  private NoticeSource view(Notice notice, Texts texts) {
    return new NoticeSource(
        texts.time(notice.receivedAt()),
        texts.get("review.origin." + origin(notice.origin())),
        sender(notice.origin()),
        texts.get("review.ground", notice.claim().ground()),
        notice.claim().explanation(),
        notice.claim().details().entrySet().stream()
            .map(said ->
                new NoticeSource.Answer(texts.get(said.getKey().textKey()), said.getValue()))
            .toList(),
        notice.claim().reported().stream()
            .flatMap(message -> message.address().stream())
            .toList());
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case Origin.Form _ -> "form";
      case Origin.Messenger _ -> "messenger";
      case Origin.Flagger _ -> "flagger";
    };
  }

  private Optional<Sender> sender(Origin origin) {
    return origin instanceof Origin.Flagger flagger
        ? Optional.of(sender(flagger.organisation()))
        : Optional.empty();
  }

  private Sender sender(OrganisationId id) {
    String name = people.organisations().stream()
        .filter(each -> each.id().equals(id))
        .map(Organisation::name)
        .findFirst()
        .orElse(id.value().toString());
    return new Sender(name, "/flaggers#organisation-" + id.value());
  }
}
