package org.vigie.server.scan.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.SignalTypes;

/// Wires the tables of scans.
@Configuration(proxyBeanMethods = false)
class ScanStoreConfiguration {
  @Bean
  ScanStore scanStore(JdbcClient jdbc) {
    return new ScanStore(jdbc, SignalTypes.installed());
  }

  @Bean
  RetroStore retroStore(JdbcClient jdbc) {
    return new RetroStore(jdbc, SignalTypes.installed());
  }
}
