package org.vigie.server.scan.lookup;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.metering.ScanMeters;

/// Wires look-ups.
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {
  @Bean
  Lookups lookups(
      KnownContent known,
      Policies policies,
      Lookups.BankDirectory banks,
      FloodGuard flood,
      ScanMeters meters) {
    return new Lookups(known, policies, banks, flood, new SecureRandom(), meters);
  }

  @Bean
  Lookups.BankDirectory bankDirectory(Banks banks) {
    return name -> banks.find(name).map(Bank::id);
  }
}
