package org.vigie.server.outbox.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.Waiting;
import org.vigie.server.outbox.store.DeadLetterStore;

/// Wires the page and the panel of dead letters.
@Configuration(proxyBeanMethods = false)
class OutboxWebConfiguration {
  @Bean
  HomePanel outboxPanel(DeadLetterStore store) {
    return new OutboxPanel(store);
  }

  @Bean
  NavigationEntry outboxEntry() {
    return new NavigationEntry(
        Section.ADMINISTRATION, 60, "outbox.dead.title", "/outbox", Permission.OUTBOX_READ);
  }

  @Bean
  Waiting undelivered(DeadLetterStore store) {
    return new Waiting(
        70,
        Permission.OUTBOX_WRITE,
        "outbox.waiting.dead",
        "/outbox",
        "/outbox",
        _ -> Waiting.Count.of(store.dead(Waiting.MOST + 1)));
  }
}
