package org.vigie.server.policy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.policy.store.PolicyStore;

/// Wires the catalogue.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyConfiguration {
  private static final long LONGEST_TEXT_SENT = 2_000_000;

  /// The text of a policy, which only people who may change it get to send.
  @Bean
  BodyAllowance policyText() {
    return new BodyAllowance(
        Pattern.compile("/policy/(check|edit)"), LONGEST_TEXT_SENT, Duration.ofMinutes(1));
  }

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
      PlatformTransactionManager transactions,
      AccessLedger ledger,
      ApplicationEventPublisher events) {
    return new RevisionLog(store, new TransactionTemplate(transactions), ledger, events);
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

  @Bean
  PolicyRefresh policyRefresh(StoredPolicies policies, PolicySettings settings) {
    return new PolicyRefresh(
        policies,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("policy-refresh").factory()),
        settings.refresh());
  }

  @Bean
  HomePanel policyPanel(Policies policies, PolicyFileLoader file) {
    return new PolicyPanel(policies, file);
  }

  @Bean
  LedgerActs policyActs() {
    return new PolicyActs();
  }

  @Bean
  NavigationEntry policyEntry() {
    return new NavigationEntry(50, "policy.title", "/policy", Permission.POLICY_READ);
  }
}
