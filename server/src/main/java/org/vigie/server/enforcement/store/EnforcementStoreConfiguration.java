package org.vigie.server.enforcement.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the stores of actions.
@Configuration(proxyBeanMethods = false)
class EnforcementStoreConfiguration {
  @Bean
  ActionStore actionStore(JdbcClient jdbc) {
    return new ActionStore(jdbc);
  }

  @Bean
  ConditionStore conditionStore(JdbcClient jdbc) {
    return new ConditionStore(jdbc);
  }
}
