package org.vigie.server.policy.revising;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.policy.CategoriesInUse;
import org.vigie.server.policy.store.PolicyStore;

/// Wires the revisions of the catalogue.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyRevisingConfiguration {
  @Bean
  PolicyStore policyStore(JdbcClient database) {
    return new PolicyStore(database);
  }

  @Bean
  StoredPolicies policies(PolicyStore store, InstantSource clock) {
    FirstRevision.ensure(store, clock.instant());
    return new StoredPolicies(store);
  }

  @Bean
  RevisionLog policyRevisionLog(
      PolicyStore store,
      TransactionOperations transactions,
      AccessLedger ledger,
      ApplicationEventPublisher events) {
    return new RevisionLog(store, transactions, ledger, events);
  }

  @Bean
  PolicyRevisions policyRevisions(
      PolicyStore store,
      StoredPolicies policies,
      RevisionLog log,
      ObjectProvider<CategoriesInUse> uses,
      InstantSource clock) {
    return new PolicyRevisions(store, policies, log, uses.stream().toList(), clock);
  }

  @Bean
  PolicyFileLoader policyFileLoader(PolicySettings settings, PolicyRevisions revisions) {
    return new PolicyFileLoader(settings.path(), revisions);
  }

  /// Takes up the revisions that other processes make. Without the database the current revision
  /// stays in force.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork policyRefresh(StoredPolicies policies, PolicySettings settings) {
    return new BackgroundWork("policy-refresh", settings.refresh(), () -> {
      policies.refresh();
      return settings.refresh();
    });
  }
}
