package org.vigie.server.outbox.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Texts;
import org.vigie.server.outbox.store.DeadLetterStore;

/// How many effects are pending, and how many are dead.
record OutboxPanel(DeadLetterStore store) implements HomePanel {
  @Override
  public int order() {
    return 75;
  }

  @Override
  public GrantedAuthority authority() {
    return Permission.OUTBOX_READ;
  }

  @Override
  public View view(Texts texts) {
    DeadLetterStore.Count count = store.count();
    return new View(
        texts.get("outbox.panel.title"),
        List.of(
            new Figure(texts.number(count.pending()), texts.get("outbox.panel.pending")),
            new Figure(texts.number(count.dead()), texts.get("outbox.panel.dead"))),
        List.of(),
        Optional.of(new Link(texts.get("outbox.dead.title"), "/outbox")));
  }
}
