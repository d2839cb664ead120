package org.vigie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.platform.postgres.PostgresSettings;

/// Fresh databases on one PostgreSQL, which all tests of this JVM share and which ends with it.
public final class TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  private TestDatabase() {}

  /// Creates an empty database and returns how to reach it.
  public static PostgresAccess create() {
    return POSTGRES.createDatabase("test_" + NUMBER.incrementAndGet());
  }

  private static EmbeddedPostgres start() {
    try {
      Path folder = Files.createTempDirectory("vigie-test");
      DataDirectory directory = DataDirectory.open(folder);
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(PostgresSettings.in(directory).withMaxConnections(200));
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
        postgres.close();
        directory.close();
        delete(folder);
      }));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the tests' PostgreSQL", e);
    }
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
