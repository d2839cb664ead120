package org.vigie.server.scan.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.UploadPaths;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.scan.ScanProblems;
import org.vigie.server.scan.SignalExtraction;
import org.vigie.server.scan.settings.ScanSettings;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.ScanStore;

/// Wires the pages of scans, their API and the calls of keys for tests.
@Configuration(proxyBeanMethods = false)
class ScanWebConfiguration {
  /// Media to scan, and to explain.
  @Bean
  UploadPaths scannedFiles() {
    return new UploadPaths(Pattern.compile("/api/v1/scans|/debugger"));
  }

  @Bean
  TestScanCalls testScanCalls(
      SignalExtraction extraction,
      Messengers messengers,
      InstantSource clock,
      ScanSettings settings) {
    TestScans scans = new TestScans(clock, new SecureRandom());
    return new TestScanCalls(extraction, scans, messengers, clock, settings);
  }

  @Bean
  ProblemType surfaceNotScanned() {
    return ScanProblems.SURFACE_NOT_SCANNED;
  }

  @Bean
  ProblemType idempotencyKeyReused() {
    return ScanProblems.KEY_REUSED;
  }

  @Bean
  HomePanel scansPanel(ScanStore scans, RetroStore retro, InstantSource clock) {
    return new ScansPanel(scans, retro, clock);
  }

  @Bean
  LedgerActs scanActs() {
    return new ScanActs();
  }

  @Bean
  NavigationEntry scansEntry() {
    return new NavigationEntry(
        Section.KNOWN_CONTENT, 20, "scan.scans.title", "/scans", Permission.SCANS_READ);
  }

  @Bean
  NavigationEntry debuggerEntry() {
    return new NavigationEntry(
        Section.KNOWN_CONTENT, 30, "scan.debugger.title", "/debugger", Permission.DEBUG_MATCHES);
  }
}
