package org.vigie.server.bank.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.Growth;
import org.vigie.server.bank.IdleMembers;
import org.vigie.server.bank.IndexStates;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.settings.BankSettings;
import org.vigie.server.bank.store.SignalCounts;
import org.vigie.server.bank.store.SignalValues;
import org.vigie.server.frame.ReadinessCheck;

/// Wires the index, its follower, and the checks that watch them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankSettings.class)
class BankIndexConfiguration {
  /// A process that has not read the log to its end for so long should get no requests.
  private static final Duration LONGEST_LAG = Duration.ofSeconds(30);

  @Bean
  LoadedIndex knownContent(InstantSource clock) {
    return new LoadedIndex(clock);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  @DependsOnDatabaseInitialization
  ChangeFollower changeFollower(
      DataSource database,
      SignalValues values,
      LoadedIndex loaded,
      BankSettings settings,
      InstantSource clock) {
    return new ChangeFollower(database, values, loaded, settings.indexDirectory(), clock);
  }

  @Bean
  Growth growth(JdbcClient jdbc, SignalValues values) {
    return new GrowthReader(jdbc, values);
  }

  @Bean
  IdleMembers idleMembers(JdbcClient jdbc, SignalValues values) {
    return new IdleNeighbourhood(jdbc, values);
  }

  @Bean
  IndexStates indexStates(SignalCounts counts, KnownContent known) {
    return new CountedIndex(counts, known);
  }

  @Bean
  ReadinessCheck indexLoaded(KnownContent known) {
    return () -> known.isReady() ? Optional.empty() : Optional.of("index-not-loaded");
  }

  @Bean
  ReadinessCheck indexFollowing(ChangeFollower follower) {
    return () -> follower.lag().compareTo(LONGEST_LAG) <= 0
        ? Optional.empty()
        : Optional.of("index-not-following");
  }

  @Bean
  Gauge indexLag(MeterRegistry registry, ChangeFollower follower) {
    return Gauge.builder("vigie.index.lag", () -> follower.lag().toSeconds())
        .baseUnit("seconds")
        .register(registry);
  }
}
