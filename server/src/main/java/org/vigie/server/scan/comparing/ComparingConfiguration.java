package org.vigie.server.scan.comparing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.policy.Policies;

/// Wires the comparison of signals with the banks.
@Configuration(proxyBeanMethods = false)
class ComparingConfiguration {
  @Bean
  SignalComparison signalComparison(KnownContent known, Policies policies, FloodGuard flood) {
    return new SignalComparison(known, policies, flood);
  }
}
