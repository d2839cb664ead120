package org.vigie.server.access.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyToken;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Scope;
import org.vigie.server.access.secrets.KnownSecrets;
import org.vigie.server.access.store.KeyStore;
import org.vigie.server.frame.Lane;

/// Checks API keys from memory: a request with a known key needs no query. A request with an
/// unknown key or secret waits for one more query, so that a new key counts from its first request.
/// All waiting requests share one query, which runs at most once every [#ASKED_EVERY], even while
/// strangers guess keys. They wait at most [#PATIENCE], at most [#MOST_WAITING] at a time, and not
/// at all while the database has not answered the last query. In a flood, the others are answered
/// from memory that is at most [#FRESH_FOR] old.
///
/// [#refresh()] compares the memory with the database several times a second, over a connection
/// that only health checks and keys use. If that has failed for [#TRUSTED_FOR], a key might have
/// been revoked meanwhile, and the gate refuses all keys. So a revocation counts within a second,
/// and within half a minute while a process cannot reach its database. Keys and secrets expire by
/// the clock, without the database.
/// Threads: any.
public final class KeyGate {
  /// How long keys count while the database does not answer.
  static final Duration TRUSTED_FOR = Duration.ofSeconds(30);

  private static final Duration ASKED_EVERY = Duration.ofMillis(100);

  /// How long a request with an unknown key waits for the query.
  static final Duration PATIENCE = Duration.ofMillis(500);

  /// The most requests that wait at a time.
  static final int MOST_WAITING = 64;

  /// How old the memory may be that refuses an unknown key in a flood.
  static final Duration FRESH_FOR = Duration.ofSeconds(1);

  private final KeyStore store;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final KeyUses uses = new KeyUses();
  private final AtomicReference<@Nullable FutureTask<Boolean>> asked = new AtomicReference<>();
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private volatile @Nullable Snapshot snapshot;
  private volatile boolean answered = true;
  private volatile long lastAsked;

  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  public KeyGate(KeyStore store, InstantSource clock, LongSupplier nanoTime) {
    this.store = store;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lastAsked = nanoTime.getAsLong() - ASKED_EVERY.toNanos();
  }

  /// How the check of a key ended.
  public sealed interface Entry {
    /// The key counts.
    ///
    /// @param caller a [Caller.Key] or a [Caller.TestKey]
    /// @param permissions everywhere but under `/hma`
    /// @param underHma permissions under `/hma`
    record Granted(Caller caller, Set<Permission> permissions, Set<Permission> underHma)
        implements Entry {
      public Granted {
        permissions = Set.copyOf(permissions);
        underHma = Set.copyOf(underHma);
      }
    }

    /// It is malformed, unknown, wrong or revoked; the answer does not say which.
    record Refused() implements Entry {}

    /// The key, or its secret that a rotation replaced, has expired. The answer says so, as the
    /// program proved that the key is its own.
    record Expired() implements Entry {}

    /// It counts, but not from the network of the request.
    record WrongNetwork() implements Entry {}

    /// It counts, but has used up its rate.
    ///
    /// @param delay before the next request may pass
    record TooFast(Duration delay) implements Entry {}

    /// The gate cannot say, as the database has been out of reach for a while.
    record Unknown() implements Entry {}
  }

  /// Checks the key of a request.
  ///
  /// @param text the whole key as sent
  /// @param from the address of the client
  public Entry enter(String text, CallerAddress from) {
    Snapshot known = snapshot;
    Instant now = clock.instant();
    if (known == null || known.confirmedAt().plus(TRUSTED_FOR).isBefore(now)) {
      return new Entry.Unknown();
    }
    KeyToken token = KeyToken.parse(text).orElse(null);
    if (token == null) {
      return new Entry.Refused();
    }
    Entry entry = enter(known, token, from, now);
    return entry instanceof Entry.Refused ? enterOnceAsked(known, token, from) : entry;
  }

  /// Admits a key that was made or rotated since the last comparison.
  private Entry enterOnceAsked(Snapshot known, KeyToken token, CallerAddress from) {
    if (!places.tryAcquire()) {
      boolean isFresh = known.confirmedAt().plus(FRESH_FOR).isAfter(clock.instant());
      return isFresh ? new Entry.Refused() : new Entry.Unknown();
    }
    try {
      return asksInTime()
          ? enter(Objects.requireNonNull(snapshot), token, from, clock.instant())
          : new Entry.Unknown();
    } finally {
      places.release();
    }
  }

  private Entry enter(Snapshot known, KeyToken token, CallerAddress from, Instant now) {
    Known key = known.keys().get(token.id());
    return key == null
        ? new Entry.Refused()
        : enter(key, key.secrets().shown(token.digest(), now), from, now);
  }

  private Entry enter(Known key, KnownSecrets.Shown shown, CallerAddress from, Instant now) {
    return switch (shown) {
      case NEITHER -> new Entry.Refused();
      case ENDED -> new Entry.Expired();
      case PRESENT, OLD -> {
        if (key.limits().isOver(now)) {
          yield new Entry.Expired();
        }
        yield key.limits().allow(from)
            ? admitted(key, shown == KnownSecrets.Shown.OLD, from, now)
            : new Entry.WrongNetwork();
      }
    };
  }

  private Entry admitted(Known key, boolean old, CallerAddress from, Instant now) {
    Duration wait = key.bucket().take(nanoTime.getAsLong());
    if (wait.isPositive()) {
      return new Entry.TooFast(wait);
    }
    uses.note(key.id(), now, from, old);
    return new Entry.Granted(key.caller(), key.permissions(), key.underHma());
  }

  /// Returns whether the database answered since this call. A stalled database delays only a few
  /// requests.
  private boolean asksInTime() {
    if (!answered) {
      return false;
    }
    try {
      return ask().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException _) {
      answered = false; // until a later refresh succeeds
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Starts a comparison in the background, unless one is about to start.
  private FutureTask<Boolean> ask() {
    FutureTask<Boolean> fresh = new FutureTask<>(this::refreshInTurn, true);
    FutureTask<Boolean> waiting = asked.compareAndExchange(null, fresh);
    if (waiting != null) {
      return waiting;
    }
    Thread.ofVirtual().name("keys-asked").start(fresh);
    return fresh;
  }

  private void refreshInTurn() {
    long early = lastAsked + ASKED_EVERY.toNanos() - nanoTime.getAsLong();
    if (early > 0) {
      LockSupport.parkNanos(early);
    }
    lastAsked = nanoTime.getAsLong();
    synchronized (this) {
      asked.set(null); // a request that comes from now on needs a later answer
      refresh();
    }
  }

  /// Compares the memory with the database.
  public synchronized void refresh() {
    Lane.WATCH.run(this::compare);
    answered = true;
  }

  private void compare() {
    Instant now = clock.instant();
    long revision = store.revision();
    Snapshot before = snapshot;
    Map<KeyId, Known> keys =
        before != null && before.revision() == revision ? before.keys() : load(before);
    snapshot = new Snapshot(revision, now, keys);
  }

  /// Writes when keys were last used, and from which networks.
  public void writeUses() {
    Lane.WATCH.run(() -> uses.write(store));
  }

  private Map<KeyId, Known> load(@Nullable Snapshot before) {
    Map<KeyId, Known> keys = new HashMap<>();
    for (KeyStore.ActiveKey key : store.active()) {
      Known old = before == null ? null : before.keys().get(key.id());
      keys.put(key.id(), Known.of(key, old));
    }
    return keys;
  }

  private record Snapshot(long revision, Instant confirmedAt, Map<KeyId, Known> keys) {
    Snapshot {
      keys = Map.copyOf(keys);
    }
  }

  private record Known(
      KeyId id,
      Caller caller,
      KnownSecrets secrets,
      KeyLimits limits,
      Set<Permission> permissions,
      Set<Permission> underHma,
      TokenBucket bucket) {
    static Known of(KeyStore.ActiveKey key, @Nullable Known old) {
      Set<Permission> permissions = EnumSet.noneOf(Permission.class);
      key.scopes().stream()
          .filter(scope -> scope != Scope.HMA)
          .forEach(scope -> permissions.addAll(scope.permissions()));
      Set<Permission> underHma = EnumSet.copyOf(permissions);
      if (key.scopes().contains(Scope.HMA)) {
        underHma.addAll(Scope.HMA.permissions());
      }
      boolean sameRate = old != null && old.bucket().ratePerSecond() == key.ratePerSecond();
      return new Known(
          key.id(),
          key.limits().test() ? new Caller.TestKey(key.id()) : new Caller.Key(key.id()),
          key.secrets(),
          key.limits(),
          Collections.unmodifiableSet(permissions),
          Collections.unmodifiableSet(underHma),
          old != null && sameRate ? old.bucket() : new TokenBucket(key.ratePerSecond()));
    }
  }
}
