package org.vigie.server.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.store.KeyStore;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.frame.MicrosecondClock;

/// The keys of programs: made, listed, rotated, revoked. Every change is in the ledger. New
/// secrets count from the next request, and what ends counts no more within a second.
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
    InstantSource clock = MicrosecondClock.system();
    JdbcClient jdbc = JdbcClient.create(source);
    return new ApiKeys(
        new KeyStore(jdbc),
        new LedgerStore(jdbc, clock),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        clock,
        new SecureRandom());
  }

  /// Makes a key without limits of time and place.
  ///
  /// @param ratePerSecond 1 to [#MAX_RATE] requests a second
  public NewKey add(Caller by, KeyName name, Set<Scope> scopes, int ratePerSecond) {
    return add(by, name, scopes, ratePerSecond, KeyLimits.NONE);
  }

  /// Makes a key.
  ///
  /// @param ratePerSecond 1 to [#MAX_RATE] requests a second
  public NewKey add(
      Caller by, KeyName name, Set<Scope> scopes, int ratePerSecond, KeyLimits limits) {
    KeyToken token = KeyToken.generate(random);
    ApiKey key =
        new ApiKey(token.id(), name, scopes, ratePerSecond, limits, KeyHistory.begins(now(), by));
    transactions.executeWithoutResult(transaction -> {
      store.add(key, token.digest());
      ledger.record(by, AccessAct.KEY_ADDED, subject(key.id()), detail(key));
    });
    return new NewKey(key, token);
  }

  /// Gives a key a new secret. The old one counts beside it for a while, so that programs can be
  /// changed one after the other; two at most count at once.
  ///
  /// @param oldCountsFor zero or less to end the old secret, and one before it, at once
  /// @param expiresAt the new end of the key; empty to keep the one it has
  public KeyRotation rotate(
      Caller by, KeyId id, Duration oldCountsFor, Optional<Instant> expiresAt) {
    KeyToken token = KeyToken.generateFor(id, random);
    Instant now = now();
    Instant oldEndsAt = oldCountsFor.isPositive() ? now.plus(oldCountsFor) : now;
    KeyStore.NewSecret secret = new KeyStore.NewSecret(token.digest(), oldEndsAt, expiresAt);
    return inTransaction(() -> {
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

  /// Ends the old secret of a rotated key now.
  public OldSecretEnding endOldSecret(Caller by, KeyId id) {
    return inTransaction(() -> {
      if (store.endOldSecret(id, now())) {
        ledger.record(by, AccessAct.KEY_OLD_SECRET_ENDED, subject(id));
        return OldSecretEnding.ENDED;
      }
      return store.find(id).isPresent()
          ? OldSecretEnding.NONE_IN_FORCE
          : OldSecretEnding.UNKNOWN_KEY;
    });
  }

  /// Takes a key's force, for ever.
  public KeyRevocation revoke(Caller by, KeyId id) {
    return inTransaction(() -> {
      KeyRevocation found = store.revoke(id, by.reference(), now());
      if (found == KeyRevocation.REVOKED) {
        ledger.record(by, AccessAct.KEY_REVOKED, subject(id));
      }
      return found;
    });
  }

  private <E> E inTransaction(Supplier<E> work) {
    E ending = transactions.execute(_ -> work.get());
    if (ending == null) {
      throw new IllegalStateException("a transaction that has an ending returned none");
    }
    return ending;
  }

  /// Returns a key, revoked or not.
  public Optional<ApiKey> find(KeyId id) {
    return store.find(id);
  }

  /// Returns all keys, revoked ones too, newest first.
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
