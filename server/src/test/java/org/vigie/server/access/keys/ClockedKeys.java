package org.vigie.server.access.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Network;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate.Entry;
import org.vigie.server.access.store.KeyStore;

/// The shared parts of the tests of keys: keys and a gate with a clock that the test advances.
@ServerTest
abstract class ClockedKeys {
  static final Caller VIGIE = new Caller.Vigie();
  static final KeyName NAME = new KeyName("gateway");
  static final CallerAddress SOMEWHERE = from("203.0.113.9");
  static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  final JdbcClient jdbc;
  final ApiKeys keys;
  final KeyGate gate;
  Instant now = START;

  ClockedKeys(JdbcClient jdbc, AccessLedger ledger, TransactionOperations transactions) {
    this.jdbc = jdbc;
    KeyStore store = new KeyStore(jdbc);
    keys = new StoredApiKeys(store, ledger, transactions, () -> now, new SecureRandom());
    gate = new KeyGate(store, () -> now, System::nanoTime);
  }

  @BeforeEach
  void start() {
    now = START;
  }

  static CallerAddress from(String address) {
    return new CallerAddress(Optional.of(address));
  }

  static KeyLimits until(Instant end) {
    return new KeyLimits(Optional.of(end), List.of(), false);
  }

  static KeyLimits only(String... networks) {
    return new KeyLimits(
        Optional.empty(), List.of(networks).stream().map(Network::parse).toList(), false);
  }

  NewKey add(KeyLimits limits) {
    NewKey key = keys.add(VIGIE, NAME, Set.of(Scope.SCAN), 1_000, limits);
    gate.refresh();
    return key;
  }

  Entry enter(NewKey key) {
    return gate.enter(key.token().text(), SOMEWHERE);
  }

  void at(Instant moment) {
    now = moment;
    gate.refresh();
  }

  ApiKey listed(NewKey key) {
    return keys.find(key.key().id()).orElseThrow();
  }
}
