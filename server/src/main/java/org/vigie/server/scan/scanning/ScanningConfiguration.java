package org.vigie.server.scan.scanning;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.frame.TimeOrderedIds;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.SignalExtraction;
import org.vigie.server.scan.archive.ScanArchive;
import org.vigie.server.scan.comparing.SignalComparison;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.reading.MediaReader;
import org.vigie.server.scan.settings.ScanSettings;

/// Wires the scanner, and the late reading of pictures.
@Configuration(proxyBeanMethods = false)
class ScanningConfiguration {
  @Bean(initMethod = "start", destroyMethod = "stop")
  LateReading lateReading(MediaReader reader, SignalComparison comparison, ScanArchive archive) {
    return new LateReading(reader, comparison, archive, Runtime.getRuntime().maxMemory());
  }

  @Bean
  Scanner scanner(
      SignalExtraction extraction,
      SignalComparison comparison,
      ScanArchive archive,
      InstantSource clock,
      ScanSettings settings,
      LateReading late,
      ScanMeters meters) {
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    return new MediaScanner(extraction, comparison, archive, ids, settings, late, meters);
  }
}
