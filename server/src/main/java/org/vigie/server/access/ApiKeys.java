package org.vigie.server.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.store.KeyStore;
import org.vigie.server.access.store.LedgerStore;

/// The keys of programs: made, listed, revoked. Every change is in the ledger, and counts in
/// every process within a second.
///
/// Threads: any.
public final class ApiKeys {
  /// The largest rate that a key can have, in requests a second.
  public static final int MAX_RATE = 1_000_000;

  /// The rate of a key for which nobody said otherwise, in requests a second.
  public static final int USUAL_RATE = 1_000;

  private final KeyStore store;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final RandomGenerator random;

  public ApiKeys(
      KeyStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
    this.random = random;
  }

  /// Returns the keys of a database that the server has prepared before; for the command line.
  public static ApiKeys over(DataSource source) {
    InstantSource clock = InstantSource.system();
    JdbcClient jdbc = JdbcClient.create(source);
    return new ApiKeys(
        new KeyStore(jdbc),
        new LedgerStore(jdbc, clock),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        clock,
        new SecureRandom());
  }

  /// Makes a key.
  ///
  /// @param ratePerSecond 1 to [#MAX_RATE] requests a second
  public NewKey add(Caller by, KeyName name, Set<Scope> scopes, int ratePerSecond) {
    KeyToken token = KeyToken.generate(random);
    ApiKey key = new ApiKey(
        token.id(),
        name,
        scopes,
        ratePerSecond,
        now(),
        by.reference(),
        Optional.empty(),
        Optional.empty());
    transactions.executeWithoutResult(transaction -> {
      store.add(key, token.digest());
      ledger.record(by, AccessAct.KEY_ADDED, subject(key.id()), detail(key));
    });
    return new NewKey(key, token);
  }

  /// Takes a key's force, for ever.
  public KeyRevocation revoke(Caller by, KeyId id) {
    KeyRevocation ending = transactions.execute(transaction -> {
      KeyRevocation found = store.revoke(id, by.reference(), now());
      if (found == KeyRevocation.REVOKED) {
        ledger.record(by, AccessAct.KEY_REVOKED, subject(id));
      }
      return found;
    });
    if (ending == null) {
      throw new IllegalStateException("a transaction that has an ending returned none");
    }
    return ending;
  }

  /// Returns all keys, revoked ones too, newest first.
  public List<ApiKey> all() {
    return store.all();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String detail(ApiKey key) {
    return "scopes="
        + key.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(","))
        + " rate=" + key.ratePerSecond();
  }

  private static String subject(KeyId id) {
    return "key:" + id.value();
  }
}
