package org.vigie.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.platform.postgres.PostgresSettings;
import org.vigie.server.VigieServer;

/// One server with an invented world for all tests of this JVM; it ends with it.
record RunningVigie(ConfigurableApplicationContext context, World world) {
  private static final RunningVigie INSTANCE = start();

  static RunningVigie instance() {
    return INSTANCE;
  }

  /// Returns where it answers, by a name in which browsers allow passkeys.
  String address() {
    return address(context);
  }

  private static String address(ConfigurableApplicationContext context) {
    return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  private static RunningVigie start() {
    Path folder = folder();
    DataDirectory directory = DataDirectory.open(folder);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory));
    ConfigurableApplicationContext context = serve(folder, postgres.createDatabase("e2e"));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      context.close();
      postgres.close();
      directory.close();
      delete(folder);
    }));
    return new RunningVigie(context, World.in(context, address(context)));
  }

  private static ConfigurableApplicationContext serve(Path folder, PostgresAccess database) {
    return new SpringApplicationBuilder(VigieServer.class, TestSession.class)
        .registerShutdownHook(false)
        .run(
            "--server.port=0",
            "--vigie.bank.index-directory=" + folder.resolve("index"),
            "--vigie.bank.import-directory=" + folder.resolve("imports"),
            "--vigie.database.url=" + database.jdbcUrl(),
            "--vigie.database.user=" + database.user(),
            "--vigie.database.password=" + database.password());
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("vigie-e2e");
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the tests", e);
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
