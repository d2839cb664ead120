package org.vigie.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.KeyRing;
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

  /// Returns its address, by a name for which browsers allow passkeys.
  String address() {
    return address(context);
  }

  private static String address(ConfigurableApplicationContext context) {
    return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  private static RunningVigie start() {
    Path folder = TemporaryFolder.make();
    DataDirectory directory = DataDirectory.open(folder);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory));
    ConfigurableApplicationContext context = serve(directory, postgres.createDatabase("e2e"));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      context.close();
      postgres.close();
      directory.close();
      TemporaryFolder.delete(folder);
    }));
    return new RunningVigie(context, World.in(context, address(context)));
  }

  private static ConfigurableApplicationContext serve(
      DataDirectory directory, PostgresAccess database) {
    int port = freePort();
    return new SpringApplicationBuilder(VigieServer.class, TestSession.class)
        .initializers(context -> context
            .getBeanFactory()
            .registerSingleton("keyRing", new KeyRing(directory, new SecureRandom())))
        .registerShutdownHook(false)
        .run(
            "--server.port=" + port,
            "--vigie.access.base-url=http://localhost:" + port,
            "--vigie.bank.index-directory=" + directory.root().resolve("index"),
            "--vigie.bank.import-directory=" + directory.root().resolve("imports"),
            "--vigie.evidence.blob-directory=" + directory.blobs(),
            "--vigie.database.url=" + database.jdbcUrl(),
            "--vigie.database.user=" + database.user(),
            "--vigie.database.password=" + database.password());
  }

  /// Passkeys belong to the address of the server, so it has to know it before it starts.
  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the tests", e);
    }
  }
}
