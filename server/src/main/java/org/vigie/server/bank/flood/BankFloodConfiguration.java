package org.vigie.server.bank.flood;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.bank.settings.BankSettings;

/// Wires the flood guard.
@Configuration(proxyBeanMethods = false)
class BankFloodConfiguration {
  @Bean
  FloodGuard floodGuard(StoredMembers members, InstantSource clock, BankSettings settings) {
    Executor executor = work -> Thread.ofVirtual().name("bank-flood").start(work);
    return new FloodWatch(members, executor, clock, settings.flood());
  }
}
