package org.vigie.server.home.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.NavigationEntry;

/// Wires the pages of this module.
@Configuration(proxyBeanMethods = false)
class HomeWebConfiguration {
  @Bean
  NavigationEntry homeEntry() {
    return new NavigationEntry(0, "home.title", "/", Permission.OVERVIEW_READ);
  }
}
