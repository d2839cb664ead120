package org.vigie.server.review.web;

import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.Alarm;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.queueing.Cases;

/// Cases that wait and in which somebody's life is in danger.
record DangerAlarm(Cases cases) implements Alarm {
  @Override
  public GrantedAuthority authority() {
    return Permission.CASES_READ;
  }

  @Override
  public Optional<View> view(Texts texts) {
    long waiting = cases.dangers();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(new View(
            texts.get("review.danger.waits", waiting),
            new HomePanel.Link(
                texts.get("review.danger.open"), "/review?queue=danger-to-life&state=OPEN")));
  }
}
