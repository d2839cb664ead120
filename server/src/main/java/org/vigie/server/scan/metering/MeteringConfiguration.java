package org.vigie.server.scan.metering;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the meters of scans.
@Configuration(proxyBeanMethods = false)
class MeteringConfiguration {
  @Bean
  ScanMeters scanMeters(MeterRegistry registry, InstantSource clock) {
    return new ScanMeters(registry, clock);
  }
}
