package org.vigie.server.policy.web;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.Finder;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.revising.PolicyFileLoader;

/// Wires the pages of the catalogue.
@Configuration(proxyBeanMethods = false)
class PolicyWebConfiguration {
  private static final long LONGEST_TEXT_SENT = 2_000_000;

  /// The text of a policy; only people who may change it get to send one.
  @Bean
  BodyAllowance policyText() {
    return new BodyAllowance(
        Pattern.compile("/policy/(check|edit)"), LONGEST_TEXT_SENT, Duration.ofMinutes(1));
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
    return new NavigationEntry(
        Section.ADMINISTRATION, 10, "policy.title", "/policy", Permission.POLICY_READ);
  }

  @Bean
  Finder findCategories(Policies policies) {
    return new Finder(
        20,
        Permission.POLICY_READ,
        "policy.categories",
        sought -> policies.current().categories().stream()
            .filter(category -> sought.isIn(name(policies, category, sought))
                || sought.isIn(category.key().value()))
            .limit(Finder.MOST)
            .map(category -> new Finder.Found(
                name(policies, category, sought),
                category.key().value(),
                "/policy#" + category.key().value()))
            .toList());
  }

  private static String name(Policies policies, Category category, Finder.Sought sought) {
    return policies.current().name(category.key(), sought.texts().language());
  }
}
