package org.vigie.server.operation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what the running server itself needs of this module.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpSettings.class, DatabaseSettings.class})
class OperationConfiguration {
  @Bean
  FlywayMigrationStrategy moduleMigrations() {
    return new ModuleMigrations();
  }
}
