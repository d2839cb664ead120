package org.vigie.server.operation.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/// Brings the tables of every module up to date, each with a history of its own.
///
/// Spring Modulith could do the same, but it would read all classes at every start to learn
/// which modules there are.
final class ModuleMigrations implements FlywayMigrationStrategy {
  /// The modules that have tables; one may refer to those before it.
  static final List<String> MODULES = List.of(
      "access",
      "policy",
      "bank",
      "evidence",
      "scan",
      "outbox",
      "report",
      "review",
      "enforcement",
      "hma");

  @Override
  public void migrate(Flyway flyway) {
    MODULES.forEach(module -> of(flyway, module).migrate());
  }

  /// The histories share one schema, where the second would treat the first as foreign tables:
  /// hence the baseline.
  private static Flyway of(Flyway flyway, String module) {
    return Flyway.configure()
        .configuration(flyway.getConfiguration())
        .locations("classpath:db/migration/" + module)
        .table("flyway_schema_history_" + module)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }
}
