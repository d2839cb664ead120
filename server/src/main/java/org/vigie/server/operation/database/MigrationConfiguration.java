package org.vigie.server.operation.database;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the migrations of a starting server.
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {
  @Bean
  FlywayMigrationStrategy moduleMigrations() {
    return new ModuleMigrations();
  }
}
