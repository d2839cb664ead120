package org.vigie.server.evidence.store;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the tables of the vault.
@Configuration(proxyBeanMethods = false)
class EvidenceStoreConfiguration {
  @Bean
  ObjectStore evidenceObjects(JdbcClient jdbc) {
    return new ObjectStore(jdbc);
  }

  @Bean
  HoldStore evidenceHolds(JdbcClient jdbc) {
    return new HoldStore(jdbc);
  }

  @Bean
  CustodyStore custodyStore(JdbcClient jdbc) {
    return new CustodyStore(jdbc);
  }

  @Bean
  CustodyLog custodyLog(CustodyStore store, InstantSource clock) {
    return new CustodyLog(store, clock);
  }
}
