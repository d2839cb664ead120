package org.vigie.server.report.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.LedgerActs;

/// Wires the acts of this module.
@Configuration(proxyBeanMethods = false)
class ReportLedgerConfiguration {
  @Bean
  LedgerActs reportActs() {
    return new ReportActs();
  }
}
