package org.vigie.platform.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.vigie.platform.DataDirectory;

/// The start of a server, from files to the first query.
record Launch(
    PostgresSettings settings, Cluster cluster, Credentials credentials, ParentWatch watch) {
  private static final int TRIES = 5;
  private static final long LOG_BYTES = 10_000_000;
  private static final int LOGS_KEPT = 4;

  static Launch of(PostgresSettings settings) {
    DataDirectory directory = settings.directory();
    return new Launch(
        settings, Cluster.in(directory), Credentials.of(directory), ParentWatch.ofThisMachine());
  }

  /// Starts a server on the port of the settings.
  Running go() {
    return settings.port() == 0 ? onAnyPort() : again(settings.port());
  }

  /// Between finding a free port and listening on it, another process may take it.
  private Running onAnyPort() {
    for (int i = 1; i < TRIES; i++) {
      int port = freePort();
      try {
        return again(port);
      } catch (PostgresUnavailableException e) {
        if (FreePort.isFree(port)) {
          throw e;
        }
      }
    }
    return again(freePort());
  }

  private static int freePort() {
    try {
      return FreePort.any();
    } catch (IOException e) {
      throw new PostgresUnavailableException("no port of 127.0.0.1 can be listened on", e);
    }
  }

  /// Starts a server on one port.
  Running again(int port) {
    Map<String, String> environment = Leftover.end(cluster);
    cluster.prepare(credentials);
    if (!FreePort.isFree(port)) {
      throw new PostgresUnavailableException(
          "the port " + port
              + " of 127.0.0.1 is taken by another program: choose another for PostgreSQL, or 0 for any");
    }
    Postmaster postmaster = postmaster(port, environment);
    try {
      Readiness.await(postmaster, cluster, settings.patience());
      logIn(port);
      return new Running(postmaster, port);
    } catch (RuntimeException e) {
      postmaster.kill();
      throw e;
    }
  }

  private Postmaster postmaster(int port, Map<String, String> environment) {
    Command server = watch
        .on(ServerArguments.command(cluster, settings, port))
        .after(cluster.identity().prefix());
    ProcessBuilder builder = server.builder();
    builder.environment().putAll(environment);
    RotatingLog log = new RotatingLog(
        settings.directory().logs().resolve("postgresql.log"), LOG_BYTES, LOGS_KEPT);
    try {
      return Postmaster.start(builder, log);
    } catch (IOException e) {
      throw new PostgresUnavailableException("PostgreSQL's program cannot be run", e);
    }
  }

  private void logIn(int port) {
    PostgresAccess access = credentials.userAt(port, EmbeddedPostgres.DATABASE);
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      statement.execute("/* platform.first_query */ select 1");
    } catch (SQLException e) {
      throw new PostgresUnavailableException(
          "PostgreSQL runs and does not let Vigie in: " + e.getMessage(), e);
    }
  }
}
