package org.vigie.server.scan;

import io.micrometer.core.instrument.MeterRegistry;

/// Counts what scans come to.
final class ScanMeters {
  private final MeterRegistry registry;

  ScanMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Scan scan) {
    registry
        .counter(
            "vigie.scans",
            "outcome",
            scan.outcome().word(),
            "cause",
            scan.comparison().gap().map(ScanOutcome.Cause::key).orElse("none"),
            "surface",
            scan.submission().surface().word())
        .increment();
  }
}
