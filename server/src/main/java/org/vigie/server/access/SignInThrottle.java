package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.access.store.ThrottleStore;

/// Slows down who guesses passwords or codes: by account and by address, across restarts.
public final class SignInThrottle {
  private static final int FREE_BY_ACCOUNT = 5;

  /// Many people may share an address.
  private static final int FREE_BY_ADDRESS = 50;

  private final ThrottleStore store;
  private final InstantSource clock;

  public SignInThrottle(ThrottleStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Counts an attempt; returns how long to wait before one may be made, or empty if
  /// this one may.
  Optional<Duration> take(EmailAddress account, String address) {
    Instant now = clock.instant();
    return Stream.of(
            store.take(digest(account), FREE_BY_ACCOUNT, now),
            store.take(digest(address), FREE_BY_ADDRESS, now))
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .map(free -> Duration.between(now, free));
  }

  /// Forgets what failed for an account that has signed in, but not what failed for others from
  /// the same address.
  void succeeded(EmailAddress account, String address) {
    store.forget(digest(account));
    store.giveBack(digest(address), clock.instant());
  }

  private static byte[] digest(String address) {
    return Sha256.of("address:" + address);
  }

  private static byte[] digest(EmailAddress account) {
    return Sha256.of("account:" + account.value());
  }
}
