package org.vigie.server.enforcement.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Permission;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.EndStore;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.Waiting;
import org.vigie.server.review.CaseAnnex;

/// Wires the board of stuck actions, and the actions on the page of a case.
@Configuration(proxyBeanMethods = false)
class EnforcementWebConfiguration {
  @Bean
  NavigationEntry stuckActionsEntry() {
    return new NavigationEntry(
        Section.REVIEW, 70, "enforcement.board.title", "/enforcement", Permission.CASES_LEAD);
  }

  @Bean
  CaseAnnex caseActions(ActionStore store) {
    return new CaseActions(store);
  }

  @Bean
  Waiting failedActions(EndStore ends) {
    return new Waiting(
        27,
        Permission.CASES_LEAD,
        "enforcement.waiting.dead",
        "/enforcement",
        "/enforcement",
        _ -> Waiting.Count.of(ends.countDead(Waiting.MOST + 1)));
  }
}
