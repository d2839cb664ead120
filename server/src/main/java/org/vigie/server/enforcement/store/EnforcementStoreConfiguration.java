package org.vigie.server.enforcement.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the stores of actions.
@Configuration(proxyBeanMethods = false)
class EnforcementStoreConfiguration {
  @Bean
  ActionStore actionStore(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    return new ActionStore(jdbc, batches);
  }

  @Bean
  LockStore lockStore(JdbcClient jdbc) {
    return new LockStore(jdbc);
  }

  @Bean
  EndStore endStore(JdbcClient jdbc) {
    return new EndStore(jdbc);
  }

  @Bean
  ConditionStore conditionStore(JdbcClient jdbc) {
    return new ConditionStore(jdbc);
  }
}
