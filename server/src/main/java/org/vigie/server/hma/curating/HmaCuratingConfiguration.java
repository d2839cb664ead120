package org.vigie.server.hma.curating;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Members;
import org.vigie.server.hma.settings.HmaSettings;
import org.vigie.server.policy.CategoriesInUse;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;

/// Wires the banks and contents of HMA's callers.
@Configuration(proxyBeanMethods = false)
class HmaCuratingConfiguration {
  @Bean
  HmaBanks hmaBanks(Banks banks, Policies policies, HmaSettings settings) {
    return new HmaBanks(banks, policies, new CategoryKey(settings.category()));
  }

  @Bean
  HmaContents hmaContents(HmaBanks banks, Members members, InstantSource clock) {
    return new HmaContents(banks, members, clock);
  }

  @Bean
  CategoriesInUse categoriesOfHma(HmaSettings settings) {
    return () -> Set.of(new CategoryKey(settings.category()));
  }
}
