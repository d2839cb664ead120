package org.vigie.server.bank.curating;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.revising.Revisions;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.MemberStore;
import org.vigie.server.policy.CategoriesInUse;

/// Wires the curation of banks and members.
@Configuration(proxyBeanMethods = false)
class BankCuratingConfiguration {
  @Bean
  StoredBanks banks(BankStore store, Revisions revisions, InstantSource clock) {
    return new StoredBanks(store, revisions, clock);
  }

  @Bean
  StoredMembers members(
      MemberStore store, BankStore banks, Revisions revisions, InstantSource clock) {
    return new StoredMembers(store, banks, revisions, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  MemberWaker memberWaker(StoredMembers members) {
    return new MemberWaker(members);
  }

  @Bean
  CategoriesInUse categoriesOfBanks(BankStore banks) {
    return () -> banks.list().stream().map(Bank::category).collect(Collectors.toSet());
  }
}
