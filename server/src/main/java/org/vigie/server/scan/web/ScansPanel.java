package org.vigie.server.scan.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.review.store.DecisionStore.State;
import org.vigie.server.scan.store.RetroProgress;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.ScanStore;
import org.vigie.server.scan.store.ScanTally;

/// Counts the scans and matches of a day on the first page, and shows the retro-match.
record ScansPanel(ScanStore scans, RetroStore retro, InstantSource clock) implements HomePanel {
  private static final Duration DAY = Duration.ofHours(24);

  @Override
  public int order() {
    return 20;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.SCANS_READ;
  }

  @Override
  public View view(Texts texts) {
    ScanTally day = scans.tally(clock.instant().minus(DAY));
    return new View(
        texts.get("scan.panel.title"),
        List.of(
            new Figure(texts.number(day.scans()), texts.get("scan.panel.scans")),
            new Figure(texts.number(day.matched()), texts.get("scan.panel.matched")),
            new Figure(texts.number(day.foundLater()), texts.get("scan.panel.found-later"))),
        List.of(state(retro.state().progress(), texts)),
        Optional.of(new Link(texts.get("scan.panel.link"), "/scans?hours=24")));
  }

  private static State state(RetroProgress progress, Texts texts) {
    if (progress.underWay()) {
      String left = texts.number(progress.left());
      return new State(Tone.WAITING, texts.get("scan.panel.retro.under-way", left));
    }
    return progress.behindSince().isPresent()
        ? new State(Tone.WAITING, texts.get("scan.panel.retro.waiting"))
        : new State(Tone.GOOD, texts.get("scan.panel.retro.done"));
  }
}
