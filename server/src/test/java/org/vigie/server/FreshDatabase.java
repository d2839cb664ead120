package org.vigie.server;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.operation.lanes.ConnectionLanes;

/// Gives every application context of a test a database of its own, with the lanes of an
/// installation, and the keys of one. A thread that asks for a second connection while it holds
/// one is refused.
///
/// The tables are there already, so that Flyway looks at none unless a test sets
/// `spring.flyway.enabled`, and passwords are hashed [quickly][QuickPasswords].
public final class FreshDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    PostgresAccess database = TestDatabase.migrated();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource(
            "fresh database",
            Map.of(
                "vigie.database.url", database.jdbcUrl(),
                "vigie.database.user", database.user(),
                "vigie.database.password", database.password(),
                // Calls that are open at the end are those that a test has left waiting.
                "server.shutdown", "immediate",
                "vigie.evidence.blob-directory", TestDatabase.blobs().toString())));
    context
        .getEnvironment()
        .getPropertySources()
        .addLast(
            new MapPropertySource("migrated already", Map.of("spring.flyway.enabled", "false")));
    context.getBeanFactory().registerSingleton("keyRing", TestDatabase.keyRing());
    context.getBeanFactory().addBeanPostProcessor(new QuickPasswords());
    GenericApplicationContext beans = (GenericApplicationContext) context;
    Environment environment = context.getEnvironment();
    beans.registerBean(
        "connectionLanes",
        ConnectionLanes.class,
        () -> ConnectionLanes.of(() -> pool(environment, database)));
    beans.registerBean(
        "dataSource",
        DataSource.class,
        () -> new OneConnectionAThread(beans.getBean("connectionLanes", ConnectionLanes.class)),
        bean -> bean.setPrimary(true));
  }

  private static HikariDataSource pool(Environment environment, PostgresAccess database) {
    HikariDataSource pool = new HikariDataSource();
    Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    return pool;
  }
}
