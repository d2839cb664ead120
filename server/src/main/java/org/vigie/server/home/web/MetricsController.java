package org.vigie.server.home.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;

/// The meters of all modules, for Prometheus.
@RestController
class MetricsController {
  private static final String TEXT_FORMAT = "text/plain;version=0.0.4;charset=utf-8";

  private final PrometheusMeterRegistry meters;

  MetricsController(PrometheusMeterRegistry meters) {
    this.meters = meters;
  }

  @GetMapping(path = "/metrics", produces = TEXT_FORMAT)
  @Requires(Permission.METRICS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  String metrics() {
    return meters.scrape(TEXT_FORMAT);
  }
}
