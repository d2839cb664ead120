package org.vigie.server.operation.database;

import org.flywaydb.core.Flyway;
import org.vigie.platform.postgres.PostgresAccess;

/// The tables of a server without the server.
public final class MigratedTables {
  private MigratedTables() {}

  /// Makes them in an empty database, as a start does.
  public static void in(PostgresAccess database) {
    new ModuleMigrations()
        .migrate(Flyway.configure()
            .dataSource(database.jdbcUrl(), database.user(), database.password())
            .load());
  }
}
