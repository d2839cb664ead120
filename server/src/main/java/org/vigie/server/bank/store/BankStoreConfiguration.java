package org.vigie.server.bank.store;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.SignalTypes;

/// Wires the stores of the banks.
@Configuration(proxyBeanMethods = false)
class BankStoreConfiguration {
  @Bean
  SignalValues signalValues() {
    return new SignalValues(SignalTypes.installed());
  }

  @Bean
  BankStore bankStore(JdbcClient jdbc) {
    return new BankStore(jdbc);
  }

  @Bean
  MemberStore memberStore(JdbcTemplate jdbc, SignalValues values) {
    return new MemberStore(jdbc, values);
  }

  @Bean
  ChangeLog bankChangeLog(JdbcClient jdbc, InstantSource clock) {
    return new ChangeLog(jdbc, clock);
  }

  @Bean
  ImportStore importStore(JdbcClient jdbc) {
    return new ImportStore(jdbc);
  }

  @Bean
  SubjectNames bankSubjectNames(JdbcClient jdbc) {
    return new SubjectNames(jdbc);
  }

  @Bean
  SignalCounts signalCounts(JdbcClient jdbc) {
    return new SignalCounts(jdbc);
  }
}
