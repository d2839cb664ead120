package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.access.store.ThrottleStore;

/// Slows down who guesses passwords or codes: by account and by address, across restarts. Slows
/// down, on its own count, who asks for passkeys without having any.
public final class SignInThrottle {
  private static final ThrottleStore.Limit BY_ACCOUNT =
      new ThrottleStore.Limit(5, Duration.ofDays(1));

  /// Many people may share an address.
  private static final ThrottleStore.Limit BY_ADDRESS =
      new ThrottleStore.Limit(50, Duration.ofDays(1));

  /// Whoever changes their mind has asked, too, so that it is forgotten soon.
  private static final ThrottleStore.Limit PASSKEYS_BY_ADDRESS =
      new ThrottleStore.Limit(100, Duration.ofMinutes(10));

  private final ThrottleStore store;
  private final InstantSource clock;

  public SignInThrottle(ThrottleStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Whether an attempt may be made.
  sealed interface Leave {
    /// It may, and has been counted.
    ///
    /// @param address where it comes from, if that is known
    record Given(EmailAddress account, Optional<String> address, Instant at) implements Leave {}

    record Refused(Duration delay) implements Leave {}
  }

  /// Counts an attempt.
  ///
  /// @param address where it comes from, if that is known
  Leave take(EmailAddress account, Optional<String> address) {
    Instant now = clock.instant();
    return Stream.of(
            store.take(digest(account), BY_ACCOUNT, now),
            address.flatMap(known -> store.take(digest(known), BY_ADDRESS, now)))
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .<Leave>map(free -> new Leave.Refused(Duration.between(now, free)))
        .orElseGet(() -> new Leave.Given(account, address, now));
  }

  /// Forgets what failed for an account that has signed in, but not what failed for others from
  /// the same address.
  void succeeded(Leave.Given given) {
    store.forget(digest(given.account()));
    given.address().ifPresent(address -> store.giveBack(digest(address), given.at()));
  }

  /// Counts that somebody asks for a passkey; false if there were too many from their address.
  public boolean takePasskey(Optional<String> address) {
    return address
        .flatMap(known -> store.take(passkeyDigest(known), PASSKEYS_BY_ADDRESS, clock.instant()))
        .isEmpty();
  }

  /// Takes back one count, as a passkey proved somebody.
  public void passkeySucceeded(Optional<String> address) {
    address.ifPresent(known -> store.giveBack(passkeyDigest(known), clock.instant()));
  }

  private static byte[] digest(String address) {
    return Sha256.of("address:" + address);
  }

  private static byte[] passkeyDigest(String address) {
    return Sha256.of("passkey:" + address);
  }

  private static byte[] digest(EmailAddress account) {
    return Sha256.of("account:" + account.value());
  }
}
