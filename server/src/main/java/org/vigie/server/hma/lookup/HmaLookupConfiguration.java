package org.vigie.server.hma.lookup;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.hma.curating.HmaBanks;
import org.vigie.server.hma.store.RatioStore;

/// Wires the look-ups.
@Configuration(proxyBeanMethods = false)
class HmaLookupConfiguration {
  @Bean
  RatioStore hmaRatioStore(JdbcClient jdbc) {
    return new RatioStore(jdbc);
  }

  @Bean
  SignalTypeRatios hmaSignalTypeRatios(
      RatioStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new SignalTypeRatios(store, ledger, transactions, clock);
  }

  @Bean
  Coins hmaCoins() {
    return new Coins(new SecureRandom());
  }

  @Bean
  @Primary
  Finder hmaFinder(KnownContent known, HmaBanks banks) {
    return new Finder(known, banks);
  }

  /// Finds for test keys.
  @Bean
  TestFinder hmaTestFinder(InstantSource clock) {
    return new TestFinder(clock);
  }
}
