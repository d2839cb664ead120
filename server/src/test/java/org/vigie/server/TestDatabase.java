package org.vigie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.KeyRing;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.platform.postgres.PostgresSettings;
import org.vigie.server.operation.database.MigratedTables;

/// Fresh databases on one PostgreSQL, which all tests of this JVM share and which ends with it.
/// The tables of a server are made once, and copied with their database, each copy while the test
/// before still runs.
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final DataDirectory DIRECTORY = open();
  private static final EmbeddedPostgres POSTGRES = start(DIRECTORY);
  private static final ExecutorService COPYING = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("database-copies").factory());

  private TestDatabase() {}

  /// The database that others are copied from, made when the first is asked for.
  private static final class Migrated {
    static final String NAME = "migrated";
    private static CompletableFuture<PostgresAccess> next;

    static {
      MigratedTables.in(POSTGRES.createDatabase(NAME));
      next = begun();
    }

    private Migrated() {}

    /// Returns a copy that nobody uses, and begins to make the next one.
    static synchronized PostgresAccess copy() {
      PostgresAccess copy = next.join();
      next = begun();
      return copy;
    }

    private static CompletableFuture<PostgresAccess> begun() {
      return CompletableFuture.supplyAsync(() -> POSTGRES.copyDatabase(NAME, nextName()), COPYING);
    }
  }

  /// Creates an empty database and returns how to reach it.
  public static PostgresAccess create() {
    return POSTGRES.createDatabase(nextName());
  }

  /// Creates a database with the tables of all modules, as after the first start of a server.
  public static PostgresAccess migrated() {
    return Migrated.copy();
  }

  private static String nextName() {
    return "test_" + NUMBER.incrementAndGet();
  }

  /// Returns the keys of an installation.
  public static KeyRing keyRing() {
    return new KeyRing(DIRECTORY, new SecureRandom());
  }

  /// Returns where the blobs of an installation lie.
  public static Path blobs() {
    return DIRECTORY.blobs();
  }

  private static DataDirectory open() {
    try {
      return DataDirectory.open(Files.createTempDirectory("vigie-test"));
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the tests' PostgreSQL", e);
    }
  }

  private static EmbeddedPostgres start(DataDirectory directory) {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(PostgresSettings.in(directory).withMaxConnections(200));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      postgres.close();
      directory.close();
      delete(directory.root());
    }));
    return postgres;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the tests' PostgreSQL cannot be removed", e);
    }
  }
}
