package org.vigie.server.bank.curating;

import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.revising.Revisions;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.MemberStore;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.policy.CategoriesInUse;

/// Wires the curation of banks and members.
@Configuration(proxyBeanMethods = false)
class BankCuratingConfiguration {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int AT_ONCE = 100;

  @Bean
  StoredBanks banks(BankStore store, Revisions revisions, InstantSource clock) {
    return new StoredBanks(store, revisions, clock);
  }

  @Bean
  StoredMembers members(
      MemberStore store, BankStore banks, Revisions revisions, InstantSource clock) {
    return new StoredMembers(store, banks, revisions, clock);
  }

  /// Enables members whose disabled period has ended, so that a revision, the history and the
  /// retro-match record it. The index lets such a member match at that moment by its own clock.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork memberEnabling(StoredMembers members) {
    return new BackgroundWork("bank-member-enabling", PAUSE, () -> {
      int enabled = members.enableExpired(AT_ONCE, new Caller.Vigie());
      return enabled == AT_ONCE ? Duration.ZERO : PAUSE;
    });
  }

  @Bean
  CategoriesInUse categoriesOfBanks(BankStore banks) {
    return () -> banks.list().stream().map(Bank::category).collect(Collectors.toSet());
  }
}
