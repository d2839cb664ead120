package org.vigie.server.home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.NavigationEntry;

/// Wires the first page.
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {
  @Bean
  NavigationEntry homeEntry() {
    return new NavigationEntry(0, "home.title", "/", Permission.OVERVIEW_READ);
  }
}
