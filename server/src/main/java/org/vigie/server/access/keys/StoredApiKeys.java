package org.vigie.server.access.keys;

import java.security.SecureRandom;
import java.time.Duration;
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
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.KeyRevocation;
import org.vigie.server.access.KeyRotation;
import org.vigie.server.access.KeyToken;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.OldSecretEnding;
import org.vigie.server.access.Scope;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.store.KeyStore;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.frame.MicrosecondClock;

/// The API keys in the database, by the digests of their secrets. Threads: any.
public final class StoredApiKeys implements ApiKeys {
  private final KeyStore store;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final RandomGenerator random;

  public StoredApiKeys(
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
  public static StoredApiKeys over(DataSource source) {
    InstantSource clock = MicrosecondClock.system();
    JdbcClient jdbc = JdbcClient.create(source);
    return new StoredApiKeys(
        new KeyStore(jdbc),
        new LedgerStore(jdbc, clock),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        clock,
        new SecureRandom());
  }

  @Override
  public NewKey add(
      Caller by, KeyName name, Set<Scope> scopes, int ratePerSecond, KeyLimits limits) {
    KeyToken token = KeyToken.generate(random);
    ApiKey key =
        new ApiKey(token.id(), name, scopes, ratePerSecond, limits, KeyHistory.begins(now(), by));
    transactions.executeWithoutResult(_ -> {
      store.add(key, token.digest());
      ledger.record(by, AccessAct.KEY_ADDED, subject(key.id()), detail(key));
    });
    return new NewKey(key, token);
  }

  @Override
  public KeyRotation rotate(
      Caller by, KeyId id, Duration oldCountsFor, Optional<Instant> expiresAt) {
    KeyToken token = KeyToken.generateFor(id, random);
    Instant now = now();
    Instant oldEndsAt = oldCountsFor.isPositive() ? now.plus(oldCountsFor) : now;
    KeyStore.NewSecret secret = new KeyStore.NewSecret(token.digest(), oldEndsAt, expiresAt);
    return transactions.execute(_ -> {
      if (!store.rotate(id, secret, now)) {
        return refusal(id, now);
      }
      ApiKey key = store.find(id).orElseThrow();
      Instant ends = key.history().rotation().orElseThrow().oldEndsAt();
      String oldUntil = " old-until=" + ends.truncatedTo(ChronoUnit.SECONDS);
      ledger.record(by, AccessAct.KEY_ROTATED, subject(id), detail(key) + oldUntil);
      return new KeyRotation.Rotated(new NewKey(key, token), ends);
    });
  }

  private KeyRotation refusal(KeyId id, Instant now) {
    Optional<ApiKey> key = store.find(id);
    if (key.isEmpty()) {
      return new KeyRotation.UnknownKey();
    }
    return key.filter(each -> each.state(now).counts())
        .flatMap(each -> each.rotating(now))
        .<KeyRotation>map(last -> new KeyRotation.StillRotating(last.oldEndsAt()))
        .orElseGet(KeyRotation.Over::new);
  }

  @Override
  public OldSecretEnding endOldSecret(Caller by, KeyId id) {
    return transactions.execute(_ -> {
      if (store.endOldSecret(id, now())) {
        ledger.record(by, AccessAct.KEY_OLD_SECRET_ENDED, subject(id));
        return OldSecretEnding.ENDED;
      }
      return store.find(id).isPresent()
          ? OldSecretEnding.NONE_IN_FORCE
          : OldSecretEnding.UNKNOWN_KEY;
    });
  }

  @Override
  public KeyRevocation revoke(Caller by, KeyId id) {
    return transactions.execute(_ -> {
      KeyRevocation found = store.revoke(id, by.reference(), now());
      if (found == KeyRevocation.REVOKED) {
        ledger.record(by, AccessAct.KEY_REVOKED, subject(id));
      }
      return found;
    });
  }

  @Override
  public Optional<ApiKey> find(KeyId id) {
    return store.find(id);
  }

  @Override
  public List<ApiKey> all() {
    return store.all();
  }

  private Instant now() {
    return clock.instant();
  }

  private static String detail(ApiKey key) {
    return "scopes="
        + key.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(","))
        + " rate=" + key.ratePerSecond()
        + key.limits().expiresAt().map(end -> " expires=" + end).orElse("")
        + (key.limits().networks().isEmpty()
            ? ""
            : " networks=" + key.limits().networks().size())
        + (key.limits().test() ? " test" : "");
  }

  private static String subject(KeyId id) {
    return "key:" + id.value();
  }
}
