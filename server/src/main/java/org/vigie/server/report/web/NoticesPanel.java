package org.vigie.server.report.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.report.store.NoticeStore;

/// The numbers of notices within a day, and of undecided ones.
record NoticesPanel(NoticeStore notices, InstantSource clock) implements HomePanel {
  private static final Duration DAY = Duration.ofHours(24);

  @Override
  public int order() {
    return 25;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.CASES_LEAD;
  }

  @Override
  public View view(Texts texts) {
    NoticeStore.Count count = notices.count(clock.instant().minus(DAY));
    return new View(
        texts.get("report.panel.title"),
        List.of(
            new Figure(texts.number(count.received()), texts.get("report.panel.received")),
            new Figure(texts.number(count.open()), texts.get("report.panel.open"))),
        List.of(),
        Optional.of(new Link(texts.get("report.reporters.title"), "/reporters")));
  }
}
