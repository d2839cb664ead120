package org.vigie.server.access.store;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the stores of access.
@Configuration(proxyBeanMethods = false)
class AccessStoreConfiguration {
  @Bean
  LedgerStore accessLedger(JdbcClient jdbc, InstantSource clock) {
    return new LedgerStore(jdbc, clock);
  }

  @Bean
  KeyStore keyStore(JdbcClient jdbc) {
    return new KeyStore(jdbc);
  }

  @Bean
  PeopleStore peopleStore(JdbcClient jdbc) {
    return new PeopleStore(jdbc);
  }

  @Bean
  EnrolmentStore enrolmentStore(JdbcClient jdbc) {
    return new EnrolmentStore(jdbc);
  }

  @Bean
  IssueStore accessIssueStore(JdbcClient jdbc) {
    return new IssueStore(jdbc);
  }

  @Bean
  RequestStore accessRequestStore(JdbcClient jdbc) {
    return new RequestStore(jdbc);
  }

  @Bean
  GrantStore grantStore(JdbcClient jdbc) {
    return new GrantStore(jdbc);
  }

  @Bean
  CredentialStore credentialStore(JdbcClient jdbc) {
    return new CredentialStore(jdbc);
  }

  @Bean
  PasskeyStore passkeyStore(JdbcClient jdbc) {
    return new PasskeyStore(jdbc);
  }

  @Bean
  SignInThrottleStore throttleStore(JdbcClient jdbc) {
    return new SignInThrottleStore(jdbc);
  }
}
