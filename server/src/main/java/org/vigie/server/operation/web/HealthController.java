package org.vigie.server.operation.web;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.ReadinessCheck;

/// Answers load balancers and supervisors: is it alive, and would it answer requests?
@RestController
class HealthController {
  private final ApplicationAvailability availability;
  private final DatabaseProbe database;
  private final List<ReadinessCheck> checks;

  HealthController(
      ApplicationAvailability availability,
      DataSource database,
      ObjectProvider<ReadinessCheck> checks) {
    this.availability = availability;
    this.database = new DatabaseProbe(database, System::nanoTime);
    this.checks = checks.orderedStream().toList();
  }

  /// The answer to a probe.
  ///
  /// @param status a word that never changes its meaning
  record Health(String status) {}

  @GetMapping("/health/live")
  @OpenToAll("a supervisor has no key, and learns nothing but that there is a process")
  Health live() {
    return new Health("alive");
  }

  @GetMapping("/health/ready")
  @OpenToAll("a load balancer has no key, and learns nothing but whether to send requests")
  ResponseEntity<Health> ready() {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return unready("starting");
    }
    if (!database.answers()) {
      return unready("no-database");
    }
    return checks.stream()
        .map(ReadinessCheck::obstacle)
        .flatMap(Optional::stream)
        .findFirst()
        .map(HealthController::unready)
        .orElseGet(() -> ResponseEntity.ok(new Health("ready")));
  }

  private static ResponseEntity<Health> unready(String status) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health(status));
  }
}
