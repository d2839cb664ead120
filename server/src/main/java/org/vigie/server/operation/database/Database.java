package org.vigie.server.operation.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.platform.postgres.PostgresSettings;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.settings.DatabaseSettings;

/// The database of the tables.
public sealed interface Database extends AutoCloseable {
  /// How long connecting may take.
  String PATIENCE_SECONDS = "10";

  /// Returns the login, when the database answers.
  ///
  /// @throws RefusedException if it does not
  PostgresAccess access();

  @Override
  void close();

  /// Sets the address of the database on a pool of connections.
  default void connect(HikariDataSource pool) {
    PostgresAccess access = access();
    pool.setJdbcUrl(access.jdbcUrl());
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    if (!access.user().isEmpty()) {
      pool.setUsername(access.user());
      pool.setPassword(access.password());
    }
  }

  /// Returns a login as the driver takes it, with bounds on how long it may take.
  static Properties properties(PostgresAccess access) {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    if (!access.user().isEmpty()) {
      properties.setProperty("user", access.user());
      properties.setProperty("password", access.password());
    }
    return properties;
  }

  /// The one that Vigie brings. It starts in a thread of its own; [#access] blocks until it is
  /// ready.
  final class Embedded implements Database {
    private static final int BESIDE = 40;

    private final FutureTask<EmbeddedPostgres> start;

    private Embedded(FutureTask<EmbeddedPostgres> start) {
      this.start = start;
    }

    /// Begins to start it, and returns at once.
    ///
    /// @param connections that the server opens; commands and backups come beside them
    public static Embedded startIn(DataDirectory directory, int connections) {
      PostgresSettings settings = PostgresSettings.in(directory);
      int most = Math.max(settings.maxConnections(), connections + BESIDE);
      FutureTask<EmbeddedPostgres> start =
          new FutureTask<>(() -> EmbeddedPostgres.start(settings.withMaxConnections(most)));
      Thread.ofPlatform().name("postgres-start").start(start);
      return new Embedded(start);
    }

    /// Returns the server process, when it answers.
    public EmbeddedPostgres postgres() {
      try {
        return start.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
      }
    }

    @Override
    public PostgresAccess access() {
      return postgres().access();
    }

    @Override
    public void close() {
      try {
        start.get().close();
      } catch (ExecutionException _) {
        // It never ran, and [#access] has reported that.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The operator's own.
  record External(PostgresAccess access) implements Database {
    private static final int OLDEST_MAJOR = 18;

    public static External at(DatabaseSettings settings) {
      PostgresAccess access =
          new PostgresAccess(settings.url(), settings.user(), settings.password());
      check(access);
      return new External(access);
    }

    private static void check(PostgresAccess access) {
      try (Connection connection =
          DriverManager.getConnection(access.jdbcUrl(), properties(access))) {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_MAJOR) {
          throw new RefusedException("the database at vigie.database.url is PostgreSQL " + version
              + " and Vigie needs 18 or newer");
        }
      } catch (SQLException e) {
        throw new RefusedException(
            "the database at vigie.database.url does not let Vigie in: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
            e);
      }
    }

    @Override
    public void close() {}
  }
}
