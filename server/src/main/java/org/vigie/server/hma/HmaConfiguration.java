package org.vigie.server.hma;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.frame.MemoryShare;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.hma.store.RatioStore;
import org.vigie.server.outbound.AddressGuard;
import org.vigie.server.outbound.UrlFetcher;
import org.vigie.server.policy.CategoriesInUse;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.SignalExtraction;

/// Wires the HTTP interface of HMA.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HmaSettings.class)
class HmaConfiguration {
  @Bean
  RatioStore hmaRatioStore(JdbcClient jdbc) {
    return new RatioStore(jdbc);
  }

  @Bean
  SignalTypeRatios hmaSignalTypeRatios(
      RatioStore store,
      AccessLedger ledger,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    return new SignalTypeRatios(store, ledger, new TransactionTemplate(transactions), clock);
  }

  @Bean
  LedgerActs hmaActs() {
    return new HmaActs();
  }

  @Bean
  Coins hmaCoins() {
    return new Coins(new SecureRandom());
  }

  @Bean
  Hashing hmaHashing(SignalExtraction extraction) {
    return new Hashing(extraction);
  }

  @Bean
  @Primary
  Finder hmaFinder(KnownContent known, HmaBanks banks) {
    return new Finder(known, banks);
  }

  /// What keys for tests are compared with.
  @Bean
  TestFinder hmaTestFinder(InstantSource clock) {
    return new TestFinder(clock);
  }

  @Bean
  HmaBanks hmaBanks(Banks banks, Policies policies, HmaSettings settings) {
    return new HmaBanks(banks, policies, new CategoryKey(settings.category()));
  }

  @Bean
  HmaContents hmaContents(HmaBanks banks, Members members, InstantSource clock) {
    return new HmaContents(banks, members, clock);
  }

  @Bean
  UrlFetcher hmaUrlFetcher(HmaSettings settings, MemoryBudget memory) {
    return new UrlFetcher(
        AddressGuard.publicOnly(),
        settings.maxBytes(),
        settings.fetchDeadline(),
        new MemoryShare(memory, memory.limit() / 2));
  }

  @Bean
  ProblemType hmaParameterMissing() {
    return HmaProblems.PARAMETER_MISSING;
  }

  @Bean
  ProblemType hmaNotBuilt() {
    return HmaProblems.NOT_BUILT;
  }

  @Bean
  CategoriesInUse categoriesOfHma(HmaSettings settings) {
    return () -> Set.of(new CategoryKey(settings.category()));
  }
}
