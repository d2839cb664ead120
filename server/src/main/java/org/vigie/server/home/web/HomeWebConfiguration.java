package org.vigie.server.home.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;

/// Wires the pages of this module.
@Configuration(proxyBeanMethods = false)
class HomeWebConfiguration {
  @Bean
  NavigationEntry homeEntry() {
    return new NavigationEntry(Section.HOME, 0, "home.title", "/", Permission.OVERVIEW_READ);
  }

  @Bean
  NavigationEntry searchEntry() {
    return new NavigationEntry(
        Section.ACCOUNT, 0, "home.search.title", "/search", Permission.OWN_ACCOUNT);
  }
}
