package org.vigie.server.scan;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.scan.lookup.Lookups;

/// The surroundings of tests of scans: made-up banks and a made-up policy.
@TestConfiguration(proxyBeanMethods = false)
public class ScanWorld {
  public static final Bank GRAVE =
      MadeUpBanks.bank(1, "GRAVE", BankKind.POSITIVE, MadeUpPolicies.GRAVE);
  public static final Bank PETTY =
      MadeUpBanks.bank(2, "PETTY", BankKind.POSITIVE, MadeUpPolicies.PETTY);
  public static final Bank HARMLESS =
      MadeUpBanks.bank(3, "HARMLESS", BankKind.NEGATIVE, MadeUpPolicies.PETTY);

  @Bean
  @Primary
  MadeUpBanks madeUpBanks() {
    return new MadeUpBanks();
  }

  @Bean
  @Primary
  MadeUpPolicies madeUpPolicies() {
    return new MadeUpPolicies();
  }

  @Bean
  @Primary
  Lookups.BankDirectory madeUpDirectory() {
    Map<String, Bank> banks = Map.of("GRAVE", GRAVE, "PETTY", PETTY, "HARMLESS", HARMLESS);
    return name -> Optional.ofNullable(banks.get(name.value())).map(Bank::id);
  }
}
