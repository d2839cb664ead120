package org.vigie.server.hma.hashing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.scan.SignalExtraction;

/// Wires the making of signals.
@Configuration(proxyBeanMethods = false)
class HmaHashingConfiguration {
  @Bean
  Hashing hmaHashing(SignalExtraction extraction) {
    return new Hashing(extraction);
  }
}
