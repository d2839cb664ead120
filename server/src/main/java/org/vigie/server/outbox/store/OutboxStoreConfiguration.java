package org.vigie.server.outbox.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the stores of effects.
@Configuration(proxyBeanMethods = false)
class OutboxStoreConfiguration {
  @Bean
  EffectStore effectStore(JdbcClient jdbc) {
    return new EffectStore(jdbc);
  }

  @Bean
  DeadLetterStore deadLetterStore(JdbcClient jdbc) {
    return new DeadLetterStore(jdbc);
  }
}
