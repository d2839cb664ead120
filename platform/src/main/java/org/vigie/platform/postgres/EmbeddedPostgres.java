package org.vigie.platform.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vigie.platform.DataDirectory;

/// A PostgreSQL 18 that belongs to this process: started by it, watched by it, gone with it.
///
/// Threads: any.
///
/// ```java
/// try (DataDirectory directory = DataDirectory.open(folder);
///     EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
///   PostgresAccess access = postgres.access();
/// }
/// ```
public final class EmbeddedPostgres implements AutoCloseable {
  /// The database that [#access] leads to.
  public static final String DATABASE = "vigie";

  private final Launch launch;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private volatile Running running;
  private volatile boolean closed;

  private EmbeddedPostgres(Launch launch) {
    this.launch = launch;
    this.running = launch.go();
    watch();
  }

  /// Starts PostgreSQL on the settings' data directory and returns when it answers queries.
  ///
  /// @throws PostgresUnavailableException if it cannot run here
  /// @throws org.vigie.platform.UnusableDataDirectoryException if its files are not for it
  public static EmbeddedPostgres start(PostgresSettings settings) {
    return start(Launch.of(settings));
  }

  static EmbeddedPostgres start(Launch launch) {
    return new EmbeddedPostgres(launch);
  }

  /// Returns the login for Vigie's own database.
  public PostgresAccess access() {
    return access(DATABASE);
  }

  private PostgresAccess access(String database) {
    return launch.credentials().userAt(running.port(), database);
  }

  /// Returns the address of Vigie's own database.
  public String jdbcUrl() {
    return access().jdbcUrl();
  }

  /// Returns the role that owns the databases.
  public String user() {
    return access().user();
  }

  /// Returns that role's password.
  public String password() {
    return access().password();
  }

  /// Makes an empty database and returns the login for it; tests take one each.
  ///
  /// @param name 1 to 63 of `a` to `z`, `0` to `9` and `_`, beginning with a letter
  /// @throws IllegalStateException if there is one of this name
  public PostgresAccess createDatabase(String name) {
    return createDatabase(name, "");
  }

  /// Makes a database with all that is in another, to which nobody may be connected.
  ///
  /// @param name like that of an empty one
  /// @throws IllegalStateException if the name is taken, or the other is missing or in use
  public PostgresAccess copyDatabase(String other, String name) {
    checkName(other);
    return createDatabase(name, " template " + Sql.identifier(other));
  }

  private synchronized PostgresAccess createDatabase(String name, String template) {
    checkName(name);
    try (Connection connection = administratorConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("/* platform.create_database */ create database " + Sql.identifier(name)
          + " owner " + Sql.identifier(user()) + template);
    } catch (SQLException e) {
      throw new IllegalStateException("the database " + name + " cannot be made", e);
    }
    return access(name);
  }

  private static void checkName(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "not a name of a database, expected a-z, 0-9 and _: \"" + name + "\"");
    }
  }

  /// Returns a connection of the superuser, for acts that no other role may do.
  Connection administratorConnection() throws SQLException {
    PostgresAccess access = launch.credentials().administratorAt(running.port());
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }

  /// Returns the data directory that the server works in.
  DataDirectory directory() {
    return launch.cluster().directory();
  }

  /// Says whether the server process lives.
  public boolean isAlive() {
    return running.postmaster().isAlive();
  }

  /// Has something called, in a thread of its own, whenever the server process ends without
  /// having been closed. It may call [#restartIfDead].
  public void onDeath(Runnable watcher) {
    watchers.add(watcher);
  }

  /// Watches a server that was ready; for one that never was, the start throws.
  private void watch() {
    running.postmaster().onEnd(() -> {
      if (!closed) {
        watchers.forEach(watcher -> Thread.ofVirtual().name("postgres-death").start(watcher));
      }
    });
  }

  /// Starts the server again, at the same address, if its process has ended; returns whether it
  /// did. Every committed row is there; every connection has to be made anew.
  ///
  /// @throws PostgresUnavailableException if it cannot run any more
  public synchronized boolean restartIfDead() {
    if (closed || running.postmaster().isAlive()) {
      return false;
    }
    running = launch.again(running.port());
    watch();
    return true;
  }

  /// Ends all connections, writes a checkpoint and returns when the server process is gone.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (running.postmaster().isAlive()) {
        Shutdown.of(launch.cluster());
      }
      running.postmaster().join();
    } catch (IOException e) {
      throw new PostgresUnavailableException("PostgreSQL cannot be told to stop", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
