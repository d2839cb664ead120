package org.vigie.server.scan.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.scan.ScanSettings;
import org.vigie.server.scan.SignalExtraction;

/// Wires the calls of keys for tests.
@Configuration(proxyBeanMethods = false)
class ScanWebConfiguration {
  @Bean
  TestScanCalls testScanCalls(
      SignalExtraction extraction, InstantSource clock, ScanSettings settings) {
    TestScans scans = new TestScans(clock, new SecureRandom());
    return new TestScanCalls(extraction, scans, clock, settings);
  }
}
