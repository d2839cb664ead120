package org.vigie.server.enforcement.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Permission;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.Waiting;

/// Wires the board of stuck actions.
@Configuration(proxyBeanMethods = false)
class EnforcementWebConfiguration {
  @Bean
  NavigationEntry stuckActionsEntry() {
    return new NavigationEntry(
        Section.REVIEW, 70, "enforcement.board.title", "/enforcement", Permission.CASES_LEAD);
  }

  @Bean
  Waiting failedActions(ActionStore store) {
    return new Waiting(
        27,
        Permission.CASES_LEAD,
        "enforcement.waiting.dead",
        "/enforcement",
        "/enforcement",
        _ -> Waiting.Count.of(store.dead(Waiting.MOST + 1)));
  }
}
