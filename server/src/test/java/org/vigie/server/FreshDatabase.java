package org.vigie.server;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.vigie.platform.postgres.PostgresAccess;

/// Gives every application context of a test a database of its own, and the keys of an
/// installation.
public final class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    PostgresAccess database = TestDatabase.create();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource(
            "fresh database",
            Map.of(
                "vigie.database.url", database.jdbcUrl(),
                "vigie.database.user", database.user(),
                "vigie.database.password", database.password(),
                "vigie.evidence.blob-directory", TestDatabase.blobs().toString())));
    context.getBeanFactory().registerSingleton("keyRing", TestDatabase.keyRing());
  }
}
