package org.vigie.server.access.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.LedgerActs;

/// Wires the acts of access.
@Configuration(proxyBeanMethods = false)
class AccessLedgerConfiguration {
  @Bean
  LedgerActs accessActs() {
    return new AccessActs();
  }
}
