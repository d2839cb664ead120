package org.vigie.server.access.keys;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.store.KeyStore;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.HomePanel;

/// Wires the API keys and the gate that checks them.
@Configuration(proxyBeanMethods = false)
class AccessKeysConfiguration {
  @Bean
  StoredApiKeys apiKeys(
      KeyStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock,
      SecureRandom random) {
    return new StoredApiKeys(store, ledger, transactions, clock, random);
  }

  @Bean
  KeyGate keyGate(KeyStore store, InstantSource clock) {
    return new KeyGate(store, clock, System::nanoTime);
  }

  @Bean
  KeyWatch keyWatch(KeyGate gate) {
    return new KeyWatch(
        gate,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("keys").factory()));
  }

  @Bean
  FirstStep addFirstKey(ApiKeys keys) {
    return new FirstKeyStep(keys);
  }

  @Bean
  HomePanel keysPanel(ApiKeys keys, InstantSource clock) {
    return new KeysPanel(keys, clock);
  }
}
